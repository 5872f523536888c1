import { type Alert, type Releaser, releaseAlert } from '@warta/alerts';
import type { Db } from '@warta/database';
import { type Hold, settleHold } from '../../alerts/settle-hold.ts';
import type { Sent } from '../frame/forms.ts';

/** What a form wants held until the alert is over. */
export function holdIn({ hold, unpin }: Sent): Hold {
  const pins = [unpin ?? []].flat().filter((id) => /^[0-9a-f-]{36}$/.test(id));
  return { posts: hold === 'yes', pins };
}

/** Releases what waits, and settles what waits with it. Throws as `releaseAlert`. */
export function signAlert(
  db: Db,
  { id, version }: { id: string; version: number },
  releaser: Omit<Releaser, 'also'>,
  hold: Hold,
): Promise<Alert> {
  return releaseAlert(db, id, version, {
    ...releaser,
    also: (trx, alert) => settleHold(trx, alert, hold),
  });
}
