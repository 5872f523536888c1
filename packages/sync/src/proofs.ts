import type { Db } from '@warta/database';
import { sql } from 'kysely';

/** How one version of a headline was proven for the first time. */
export interface Proof {
  headline: string;
  version: number;
  sites: number;
  nodes: number;
  /** When the first and the last mission were seen to show it; the longest that a mission took, from the call or its moment. */
  firstAt: Date;
  provenAt: Date;
  tookMs: number;
}

/**
 * Writes down, once for each version, that it has been seen wherever it must stand, and that a cache outside has
 * dropped what was before: the ledger itself keeps what was seen last. To be called after sightings and purges;
 * headlines that are not proven yet are passed over.
 */
export async function noteProofs(db: Db, headlines: readonly string[]): Promise<void> {
  if (headlines.length === 0) return;
  await sql`
    insert into headline_proof (headline, version, sites, nodes, first_at, proven_at, took_ms)
    select h.post, h.standing_version, p.sites, p.nodes, p.first_at, greatest(p.proven_at, k.purged_at),
      greatest(0, p.took, k.took_ms)::int
    from standing_headline h
    join headline_version v on v.post = h.post and v.version = h.standing_version
    cross join lateral (
      select count(*) as sites, bool_and(s.settled) as settled, min(s.at) as first_at, max(s.at) as proven_at,
        max(extract(epoch from s.at - greatest(v.received_at, v.live_from, s.moment)) * 1000) as took,
        (select count(distinct o.node) from delivery o
          where o.headline = h.post and o.version = h.standing_version) as nodes
      from (
        select coalesce(
            bool_and(coalesce(d.version = h.standing_version, false)) filter (where n.left_at is null),
            bool_or(d.version = h.standing_version), false) as settled,
          max(d.seen_at) filter (where d.version = h.standing_version) as at,
          max(q.at) as moment
        from delivery d
        join node n on n.name = d.node
        left join headline_wave q on q.headline = d.headline and q.site = d.site
        where d.headline = h.post
        group by d.site) s) p
    left join headline_purge k on k.headline = h.post and k.version = h.standing_version
    where h.post = any(${[...headlines]}::uuid[])
      and (k.purged_at is not null or not exists (
        select from cache_purge c where greatest(v.received_at, v.live_from) >= c.since))
      and not exists (
        select from headline_proof o where o.headline = h.post and o.version = h.standing_version)
      and p.settled and p.proven_at is not null
      and not exists (
        select from audience_site a where a.audience = h.audience and a.site <> h.origin
          and (h.stands_until is null or a.since <= h.stands_until)
          and not exists (select from delivery d where d.headline = h.post and d.site = a.site))
    on conflict do nothing`.execute(db);
}

/** The proofs of these headlines, version by version. */
export async function findProofs(db: Db, headlines: readonly string[]): Promise<Proof[]> {
  return db
    .selectFrom('headline_proof')
    .select(['headline', 'version', 'sites', 'nodes'])
    .select(['first_at as firstAt', 'proven_at as provenAt', 'took_ms as tookMs'])
    .where('headline', '=', sql<string>`any(${[...headlines]}::uuid[])`)
    .orderBy('headline')
    .orderBy('version')
    .execute();
}
