import type { Db, Trx } from '@warta/database';
import { invalid } from '@warta/problems';
import { MINISTRY } from '@warta/sites';
import { sql } from 'kysely';
import { findOutsidePurge, type OutsidePurge } from './purges.ts';

/** @throws {DomainError} `invalid` for an audience that no mission belongs to any more, its origin aside. */
export function refuseNobody(count: number): void {
  if (count === 0) throw invalid({ field: 'audience', message: 'no mission is reached by this rule' });
}

/**
 * Makes the ledger's rows for a headline: one for each mission of its audience and each web node that must
 * see it there. Rows that exist stay as they are. Returns how many missions it is for.
 */
export async function openDeliveries(trx: Trx, headline: string): Promise<number> {
  await sql`
    insert into delivery (headline, site, node)
    select h.post, a.site, n.name
    from headline h
    join audience_site a on a.audience = h.audience and a.site <> h.origin
      and (h.stands_until is null or a.since <= h.stands_until)
    cross join node n
    where h.post = ${headline} and n.left_at is null
    on conflict do nothing`.execute(trx);
  const { count } = await trx
    .selectFrom('headline as h')
    .innerJoin('audience_site as a', 'a.audience', 'h.audience')
    .whereRef('a.site', '!=', 'h.origin')
    .where('h.post', '=', headline)
    .where((eb) => eb.or([eb('h.stands_until', 'is', null), eb('a.since', '<=', eb.ref('h.stands_until'))]))
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * Makes the rows of a node that joins for whatever nobody has yet seen to stand: what was published before any
 * node joined, or while those that should have looked were going.
 */
export async function openNodeDeliveries(db: Db, node: string): Promise<void> {
  await sql`
    insert into delivery (headline, site, node)
    select h.post, a.site, ${node}
    from standing_headline h
    join audience_site a on a.audience = h.audience and a.site <> h.origin
      and (h.stands_until is null or a.since <= h.stands_until)
    where not exists (
      select from delivery d
      where d.headline = h.post and d.site = a.site and d.version = h.standing_version)
    on conflict do nothing`.execute(db);
}

export type DeliveryState =
  | 'live'
  | 'pending'
  | 'failed'
  | 'scheduled'
  | 'recalled'
  | 'offered'
  | 'hidden'
  | 'withdrawn';

export interface DeliveryItem {
  site: string;
  state: DeliveryState;
  /** The version last seen there on every node; null where none was yet. */
  version: number | null;
  provenAt: Date | null;
  error: string | null;
}

export interface Deliveries {
  /** The version that must be seen: a recall is one as well. */
  version: number;
  state: 'live' | 'scheduled' | 'recalled';
  /** Missions of the audience; those a correction took out of it stand in `items` alone, as `withdrawn`. */
  total: number;
  /** Missions where every node was seen to show what must stand: the version, or its absence. */
  live: number;
  pending: number;
  /** Missions on whose clock its moment is still to come. */
  waiting: number;
  /**
   * From the call (or its moment, when it was scheduled) to the last mission seen, and the purge of the cache outside;
   * null while some are pending.
   */
  provenInMs: number | null;
  /** Whether the cache outside has dropped what it kept from before; null where there is none to be told. */
  outsideCache: OutsidePurge | null;
  items: DeliveryItem[];
}

interface Row {
  site: string;
  included: boolean;
  seen: number | null;
  provenAt: Date | null;
  error: string | null;
  optional: boolean;
  hidden: boolean;
  settled: boolean;
  /** When it is there, where that is by the mission's own clock. */
  moment: Date | null;
  waiting: boolean;
}

/** Where a headline stands, as it was seen; undefined where there is no such headline. */
export async function findDeliveries(db: Db, headline: string): Promise<Deliveries | undefined> {
  const head = await findHead(db, headline);
  if (!head) return undefined;
  const rows = await findRows(db, headline, head.version);
  const items = rows.map((row) => ({
    site: row.site,
    state: stateOf(row, head.state),
    version: row.seen,
    provenAt: row.settled ? row.provenAt : null,
    error: row.settled ? null : row.error,
  }));
  const mine = rows.filter((row) => row.included);
  const live = mine.filter((row) => row.settled).length;
  const waiting = mine.filter((row) => !row.settled && row.waiting).length;
  const outsideCache = (await findOutsidePurge(db, headline)) ?? null;
  const isSeen = rows.length > 0 && rows.every((row) => row.settled);
  return {
    version: head.version,
    state: head.state,
    total: mine.length,
    live,
    pending: mine.length - live - waiting,
    waiting,
    provenInMs: isSeen ? provenIn(duration(head.since, rows), outsideCache) : null,
    outsideCache,
    items,
  };
}

function provenIn(seenInMs: number, outside: OutsidePurge | null): number | null {
  if (!outside) return seenInMs;
  return outside.state === 'purged' ? Math.max(seenInMs, outside.tookMs ?? 0) : null;
}

/** The longest that a mission took, from the call or its moment on. */
function duration(since: Date, rows: Row[]): number {
  const from = (row: Row) => Math.max(since.getTime(), row.moment?.getTime() ?? 0);
  return Math.max(0, ...rows.map((row) => (row.provenAt?.getTime() ?? 0) - from(row)));
}

function stateOf(row: Row, state: Deliveries['state']): DeliveryState {
  if (state === 'scheduled' || (state === 'live' && row.waiting && !row.settled)) return 'scheduled';
  if (!row.settled) return row.error ? 'failed' : 'pending';
  if (state === 'recalled') return 'recalled';
  if (!row.included) return 'withdrawn';
  if (row.hidden) return 'hidden';
  return row.optional ? 'offered' : 'live';
}

async function findHead(db: Db, headline: string) {
  return db
    .selectFrom('standing_headline as h')
    .innerJoin('headline_version as v', (join) =>
      join.onRef('v.post', '=', 'h.post').onRef('v.version', '=', 'h.standing_version'),
    )
    .select([
      'h.standing_version as version',
      sql<Deliveries['state']>`case when h.state = 'recalled' then 'recalled'
        when h.publish_at > now() then 'scheduled' else 'live' end`.as('state'),
      sql<Date>`greatest(v.received_at, v.live_from)`.as('since'),
    ])
    .where('h.post', '=', headline)
    .executeTakeFirst();
}

async function findRows(db: Db, headline: string, version: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select s.slug as site,
      a.site is not null as included,
      min(d.version) filter (where n.left_at is null or d.version = ${version}) as seen,
      max(d.seen_at) filter (where d.version = ${version}) as "provenAt",
      max(d.error) filter (where n.left_at is null) as error,
      h.obligation = 'optional' and not coalesce(o.taken, false) as optional,
      h.obligation = 'recommended' and coalesce(o.hidden, false) as hidden,
      coalesce(bool_and(coalesce(d.version = ${version}, false)) filter (where n.left_at is null),
        bool_or(d.version = ${version}), false) as settled,
      q.at as moment, coalesce(q.at > now(), false) as waiting
    from headline h
    join site s on s.id <> h.origin and s.kind <> ${MINISTRY}
    left join audience_site a on a.audience = h.audience and a.site = s.id
      and (h.stands_until is null or a.since <= h.stands_until)
    left join headline_wave q on q.headline = h.post and q.site = s.id
    left join overlay o on o.headline = h.post and o.site = s.id
    left join delivery d on d.headline = h.post and d.site = s.id
    left join node n on n.name = d.node
    where h.post = ${headline} and (a.site is not null or d.site is not null)
    group by s.slug, a.site, h.obligation, o.taken, o.hidden, q.at
    order by s.slug`.execute(db);
  return rows;
}
