import { isDeepStrictEqual } from 'node:util';
import { type Actor, recordAudit } from '@warta/audit';
import { type Db, newId } from '@warta/database';
import { sql } from 'kysely';
import type { Drift } from './drift.ts';

/** A look at everything, by one node, with what it found. */
export interface Reconciliation {
  at: Date;
  node: string;
  /** How many times a headline was looked at on a site. */
  looked: number;
  tookMs: number;
  found: Drift[];
}

const KEPT_DAYS = 30;
const IN_LOG = 20;

/** Writes down what was found; what is wrong goes to the log, and once: not at each run that finds the same. */
export async function noteReconciliation(
  db: Db,
  actor: Actor,
  { node, looked, tookMs, found }: Omit<Reconciliation, 'at'>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const isNews = found.length > 0 && !isDeepStrictEqual(await lastFound(trx, node), found);
    await trx
      .insertInto('reconciliation')
      .values({ id: newId(), node, looked, took_ms: Math.round(tookMs), found: JSON.stringify(found) })
      .execute();
    await trx
      .deleteFrom('reconciliation')
      .where('at', '<', sql<Date>`now() - ${KEPT_DAYS} * interval '1 day'`)
      .execute();
    if (!isNews) return;
    const inShort = found
      .slice(0, IN_LOG)
      .map(({ site, number, what }) => ({ site, headline: number, what }));
    await recordAudit(trx, actor, {
      action: 'network.drift',
      subject: 'network',
      after: { node, drift: found.length, found: inShort },
    });
  });
}

/** What this node found last, where it found something. */
async function lastFound(db: Db, node: string): Promise<Drift[] | undefined> {
  const last = await runs(db)
    .where('node', '=', node)
    .where(sql<boolean>`jsonb_array_length(found) > 0 and at > now() - interval '1 hour'`)
    .limit(1)
    .executeTakeFirst();
  return last?.found;
}

/** The runs of the last hour, the newest first. */
export async function findReconciliations(db: Db): Promise<Reconciliation[]> {
  return runs(db).where('at', '>', sql<Date>`now() - interval '1 hour'`).execute();
}

function runs(db: Db) {
  return db
    .selectFrom('reconciliation')
    .select(['at', 'node', 'looked', 'took_ms as tookMs'])
    .select(sql<Drift[]>`found`.as('found'))
    .orderBy('at', 'desc');
}
