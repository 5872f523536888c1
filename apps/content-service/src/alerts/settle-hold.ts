import type { Alert } from '@warta/alerts';
import type { Trx } from '@warta/database';
import { holdPosts, liftHold } from '@warta/posts';
import { liftOwnPins, liftPins, restPins } from '@warta/sync';

/** What is to wait until an alert is over. */
export interface Hold {
  /** What its sites have scheduled. */
  posts: boolean;
  /** Headlines that are pinned, and shall not be for now; by id. */
  pins: readonly string[];
}

export const NO_HOLD: Hold = { posts: false, pins: [] };

/**
 * What an alert's release, update or end means for scheduled posts and pins: held where that is wanted, as long as the
 * alert stands on a site; let go where it does no more. To be done in the transaction of the release. Returns the tags of pages that
 * change.
 */
export async function settleHold(trx: Trx, alert: Alert, { posts, pins }: Hold): Promise<string[]> {
  if (alert.state !== 'standing' || !alert.expiresAt) {
    await liftHold(trx, alert.id);
    return liftPins(trx, alert.id);
  }
  await liftHold(trx, alert.id, alert.sites);
  const lifted = await liftOwnPins(trx, alert.id, alert.sites);
  // Without sites, only what is held already moves with the alert's end.
  const sites = posts ? alert.sites : [];
  await holdPosts(trx, { holder: alert.id, sites, until: alert.expiresAt });
  // A drill must not be seen by the public.
  return alert.practice ? [] : [...lifted, ...(await restPins(trx, alert.id, pins, alert.sites))];
}
