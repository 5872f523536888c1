import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { type Alert, selectAlerts } from './find-alerts.ts';

/**
 * What the public has to know of alerts, newest first: those that stand, and the ends of those that would stand still.
 * None of drills. `freshForMs` is the time until that changes by the clock alone; null where nothing is waiting.
 */
export async function listOpenAlerts(db: Db): Promise<{ alerts: Alert[]; freshForMs: number | null }> {
  const rows = await selectAlerts(db)
    .select(sql<number>`(extract(epoch from alert.expires_at - now()) * 1000)::float8`.as('openForMs'))
    .where('alert.practice', '=', false)
    .where('alert.state', 'in', ['standing', 'cancelled'])
    .where('alert.expires_at', '>', sql<Date>`now()`)
    .orderBy('alert.number', 'desc')
    .execute();
  const alerts = rows.map(({ openForMs: _, ...alert }) => alert);
  const freshForMs = rows.length === 0 ? null : Math.min(...rows.map((row) => row.openForMs));
  return { alerts, freshForMs };
}
