import { announceAlerts } from '@warta/alerts';
import { type Actor, recordAudit } from '@warta/audit';
import type { Db } from '@warta/database';
import { countHeld, liftHold } from '@warta/posts';
import type { Site } from '@warta/sites';
import { findRestingPins, liftPins } from '@warta/sync';

/** What waits until an alert is over. */
export interface Held {
  posts: number;
  /** Titles of headlines whose pins are down. */
  pins: string[];
}

export async function findHeld(db: Db, alert: string): Promise<Held> {
  return { posts: await countHeld(db, alert), pins: await findRestingPins(db, alert) };
}

/** Lets go what was held for an alert before it is over: posts get back their moments, pins their places. */
export async function liftHeld(db: Db, actor: Actor, alert: string, site?: Site): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await findHeld(trx, alert);
    await liftHold(trx, alert);
    const tags = await liftPins(trx, alert);
    await recordAudit(trx, actor, {
      action: 'alert.lift-hold',
      subject: `alert:${alert}`,
      ...(site && { site: site.id }),
      before: { ...before },
    });
    await announceAlerts(trx, tags);
  });
}
