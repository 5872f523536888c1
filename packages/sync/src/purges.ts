import { type Change, EVERYTHING } from '@warta/changes';
import type { Db, Trx } from '@warta/database';
import { sql } from 'kysely';

/** A version of a headline that the cache outside is told of. */
export interface HeadlineVersion {
  headline: string;
  version: number;
}

/**
 * What stands of the headlines that these changes are about; nothing of those that are still to come, or that have
 * changed again after number `upTo`.
 */
export async function findChangedVersions(
  db: Db,
  changes: readonly Change[],
  upTo: number,
): Promise<HeadlineVersion[]> {
  const tags = changes.flatMap((change) => change.tags);
  const headlines = tags.filter((tag) => tag.startsWith('headline:')).map((tag) => tag.slice(9));
  const { rows } = await sql<HeadlineVersion>`
    select h.post as headline, h.standing_version as version
    from standing_headline h
    join headline_version v on v.post = h.post and v.version = h.standing_version
    where (h.publish_at <= now() or h.state = 'recalled')
      and not exists (
        select from change c where c.n > ${upTo} and c.tags @> array[concat('headline:', h.post)])
      and (h.post = any(${headlines}::uuid[])
        or ${tags.includes(EVERYTHING)} and greatest(v.received_at, v.live_from) >= (select since from cache_purge))`.execute(
    db,
  );
  return rows;
}

/** Writes down, once for each of these versions, that the cache outside has dropped what stood before. */
export async function notePurges(trx: Trx, versions: readonly HeadlineVersion[]): Promise<void> {
  if (versions.length === 0) return;
  const headlines = versions.map(({ headline }) => headline);
  const numbers = versions.map(({ version }) => version);
  await sql`
    insert into headline_purge (headline, version, purged_at, took_ms)
    select v.post, v.version, clock_timestamp(),
      greatest(0, extract(epoch from clock_timestamp() - greatest(v.received_at, v.live_from)) * 1000)::int
    from unnest(${headlines}::uuid[], ${numbers}::int[]) as w(headline, version)
    join headline_version v on v.post = w.headline and v.version = w.version
    on conflict do nothing`.execute(trx);
}

/** Whether the cache outside has dropped what it kept of a headline before the version that stands now. */
export interface OutsidePurge {
  state: 'purged' | 'pending' | 'failed';
  purgedAt: Date | null;
  /** From the call or the version's moment. */
  tookMs: number | null;
  /** Why it could not be told so far: `answered 403`, or a code of `OutboundError`. */
  error: string | null;
  nextTryAt: Date | null;
}

/** Undefined where there is no cache outside, or was none when the version came, or nothing can be seen of it yet. */
export async function findOutsidePurge(db: Db, headline: string): Promise<OutsidePurge | undefined> {
  const { rows } = await sql<OutsidePurge>`
    select k.purged_at as "purgedAt", k.took_ms as "tookMs",
      case when k.settled then null else p.error end as error,
      case when k.settled then null else p.next_try_at end as "nextTryAt",
      case when k.settled then 'purged' when p.error is not null then 'failed' else 'pending' end as state
    from standing_headline h
    join headline_version v on v.post = h.post and v.version = h.standing_version
    join cache_purge p on greatest(v.received_at, v.live_from) >= p.since
    left join lateral (
      select q.purged_at, q.took_ms, q.purged_at is not null and not exists (
        select from change c where c.n > p.purged and c.tags @> array[${`headline:${headline}`}]) as settled
      from (values (1)) one
      left join headline_purge q on q.headline = h.post and q.version = h.standing_version) k on true
    where h.post = ${headline} and (h.publish_at <= now() or h.state = 'recalled')`.execute(db);
  return rows[0];
}
