import { type Actor, recordAudit } from '@warta/audit';
import { announceChange } from '@warta/changes';
import type { Db, Trx } from '@warta/database';
import { sql } from 'kysely';
import { ALERTS } from './alert-content.ts';
import { type AlsoChanges, announceAlerts } from './announce-alerts.ts';
import type { Also } from './change-template.ts';
import { type Alert, findAlert } from './find-alerts.ts';

const clock: Actor = { name: 'clock', source: 'service' };

/**
 * Announces the next alert whose time is over, so that nodes look at once. Readers no longer see it from its moment
 * on, whether or not this runs. `also` runs in the transaction. Returns whether there was one.
 */
export async function endDueAlert(db: Db, also?: AlsoChanges): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const due = await nextWhere(trx, sql<boolean>`expires_at <= now()`);
    if (!due) return false;
    await trx.updateTable('alert').set({ state: 'expired', draft: null }).where('id', '=', due.id).execute();
    await trx.updateTable('alert_delivery').set({ settled: false }).where('alert', '=', due.id).execute();
    await recordAudit(trx, clock, {
      action: 'alert.expire',
      subject: `alert:${due.id}`,
      after: { number: due.number, version: due.standing?.version },
    });
    await announceAlerts(trx, await also?.(trx, { ...due, state: 'expired', draft: null }));
    return true;
  });
}

/** An hour before the end, or a quarter of its time where that is less. */
const isNear = sql<boolean>`warned is distinct from standing and expires_at > now()
  and expires_at - least(interval '1 hour', (expires_at - updated_at) / 4) <= now()`;

/**
 * Takes the next alert that ends soon, once for each version: whoever has to know is told by `tell`, in the same
 * transaction. Returns whether there was one.
 */
export async function warnOfDueAlert(db: Db, tell: Also<Alert>): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const due = await nextWhere(trx, isNear);
    if (!due) return false;
    await trx
      .updateTable('alert')
      .set((eb) => ({ warned: eb.ref('standing') }))
      .where('id', '=', due.id)
      .execute();
    await tell(trx, due);
    await announceChange(trx, [ALERTS]);
    return true;
  });
}

async function nextWhere(trx: Trx, isDue: ReturnType<typeof sql<boolean>>): Promise<Alert | undefined> {
  const row = await trx
    .selectFrom('alert')
    .select('id')
    .where('state', '=', 'standing')
    .where(isDue)
    .orderBy('expires_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row && findAlert(trx, row.id);
}
