import type { Db, Trx } from '@warta/database';
import { sql } from 'kysely';

/** Whoever tells the cache outside of changes has this long before somebody else may begin. */
const LEASE_SECONDS = 15;
/** A page that was on its way while its change was told of has arrived by then; it is told once more. */
const AGAIN_SECONDS = 2;

/** What of the changes the cache outside is yet to be told. */
export interface PurgeState {
  /** The newest change. */
  newest: number;
  /** The newest that every node has acted on whose pages may be kept outside. */
  acted: number;
  /** It was told of all up to this one after every node had acted on them. */
  purged: number;
  /** It was told of all up to this one again a while later. */
  repeated: number;
  /** The while is over, and something is to be told again. */
  isDueAgain: boolean;
}

/** Has changes told to a cache outside from now on; first of everything, since nobody knows what it holds. */
export async function beginPurging(db: Db): Promise<void> {
  await db
    .insertInto('cache_purge')
    .defaultValues()
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** There is no cache outside any more. */
export async function endPurging(db: Db): Promise<void> {
  await db.deleteFrom('cache_purge').execute();
}

/** Whether the cache outside is told of changes, and was at the last try. */
export async function isCacheTold(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('cache_purge')
    .select('only_row')
    .where('error', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findPurgeState(db: Db): Promise<PurgeState | undefined> {
  const { rows } = await sql<PurgeState>`
    select g.n as newest, p.purged, p.repeated,
      least(g.n, (select min(o.heard) from node o where o.left_at is null)) as acted,
      p.purged > p.repeated and p.marked_at <= now() - make_interval(secs => ${AGAIN_SECONDS}) as "isDueAgain"
    from cache_purge p, generation g`.execute(db);
  return rows[0];
}

/** Takes the turn to tell the cache; false while somebody else has it, or the next try is yet to come. */
export async function claimPurge(db: Db): Promise<boolean> {
  const { rows } = await sql`
    update cache_purge set claimed_at = now()
    where (claimed_at is null or claimed_at <= now() - make_interval(secs => ${LEASE_SECONDS}))
      and (next_try_at is null or next_try_at <= now())
    returning 1`.execute(db);
  return rows.length > 0;
}

/**
 * The cache was told of all changes up to this one, from `repeated` on. What it had been told of when the while began
 * has now been told again.
 */
export async function settlePurge(trx: Trx, upTo: number): Promise<void> {
  const isOver = sql`marked_at <= claimed_at - make_interval(secs => ${AGAIN_SECONDS})`;
  await sql`
    update cache_purge set
      repeated = case when ${isOver} then marked else repeated end,
      marked = case when ${isOver} then ${upTo} else marked end,
      marked_at = case when ${isOver} then clock_timestamp() else marked_at end,
      purged = greatest(purged, ${upTo}),
      claimed_at = null, failures = 0, error = null, next_try_at = null`.execute(trx);
}

/** Gives the turn back with nothing settled. */
export async function releasePurge(db: Db): Promise<void> {
  await db.updateTable('cache_purge').set({ claimed_at: null }).execute();
}

/**
 * The cache could not be told. The wait before the next try doubles from one second to half a minute, by chance a bit
 * less.
 */
export async function failPurge(db: Db, error: string): Promise<void> {
  await sql`
    update cache_purge set claimed_at = null, error = ${error}, failures = failures + 1,
      next_try_at = clock_timestamp()
        + make_interval(secs => least(30, power(2, least(failures, 5))) * (0.8 + 0.2 * random()))`.execute(
    db,
  );
}
