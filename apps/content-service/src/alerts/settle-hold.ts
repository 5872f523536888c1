import type { Alert } from '@warta/alerts';
import type { Trx } from '@warta/database';
import { holdPosts, liftHold } from '@warta/posts';

/**
 * What an alert's release, update or end means for posts that its sites have scheduled: held where that is wanted, and
 * as long as the alert stands; let go when it is over. To be done in the transaction of the release.
 */
export async function settleHold(trx: Trx, alert: Alert, isWanted: boolean): Promise<void> {
  if (alert.state !== 'standing' || !alert.expiresAt) return liftHold(trx, alert.id);
  // Without sites, only what is held already moves with the alert's end.
  await holdPosts(trx, {
    holder: alert.id,
    sites: isWanted ? alert.sites : [],
    until: alert.expiresAt,
  });
}
