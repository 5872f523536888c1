import type { Db } from '@warta/database';
import { sql } from 'kysely';

/** What must be seen of one headline on one site, by one node. */
export interface Expectation {
  headline: string;
  number: number;
  version: number;
  site: string;
  siteSlug: string;
  siteHost: string | null;
  siteLocales: string[];
  /** `shown`: the version stands; `gone`: recalled, 410; `absent`: not for this site, or not taken there, 404. */
  expect: 'shown' | 'gone' | 'absent' | 'hidden';
}

/** The words that may be seen of a version: their hashes as a reader gets them. */
export interface ExpectedText {
  locale: string;
  slug: string;
  titleHash: string;
  bodyHash: string;
}

const AT_ONCE = 20_000;

/** What must be seen of a headline (`h`, its version `v`) on a site (`s`), given what `OF_SITE` joins. */
export const EXPECTED = sql`
  h.post as headline, h.number, h.standing_version as version,
  s.id as site, s.slug as "siteSlug", s.host as "siteHost", s.locales as "siteLocales",
  case
    when a.site is null then 'absent'
    when h.state = 'recalled' and coalesce(q.at, h.publish_at) > v.live_from then 'absent'
    when h.state = 'recalled' then 'gone'
    when h.obligation = 'optional' and not coalesce(o.taken, false) then 'absent'
    when h.obligation = 'recommended' and coalesce(o.hidden, false) then 'hidden'
    else 'shown' end as expect`;
export const OF_SITE = sql`
  left join audience_site a on a.audience = h.audience and a.site = s.id
    and (h.stands_until is null or a.since <= h.stands_until)
  left join headline_wave q on q.headline = h.post and q.site = s.id
  left join overlay o on o.headline = h.post and o.site = s.id`;

/** What this node has yet to see: rows of the ledger whose version is not the one that stands now. */
export async function findUnseen(db: Db, node: string): Promise<Expectation[]> {
  const { rows } = await sql<Expectation>`
    select ${EXPECTED}
    from delivery d
    join standing_headline h on h.post = d.headline
    join headline_version v on v.post = h.post and v.version = h.standing_version
    join site s on s.id = d.site
    ${OF_SITE}
    where d.node = ${node} and d.version is distinct from h.standing_version
      and (coalesce(q.at, h.publish_at) <= now() or h.state = 'recalled')
    limit ${AT_ONCE}`.execute(db);
  return rows;
}

/** The words of a headline that stand now, with their hashes. */
export async function findExpectedTexts(db: Db, headline: string): Promise<ExpectedText[]> {
  return db
    .selectFrom('standing_text')
    .select(['locale', 'slug', 'title_hash as titleHash', 'body_hash as bodyHash'])
    .where('post', '=', headline)
    .execute();
}

export interface Sighting {
  headline: string;
  site: string;
  version: number;
  /** What was wrong; absent where everything stood as it must. */
  error?: string;
}

/** Writes down what a node saw, many at once. A wrong sight keeps the old version and says what was wrong. */
export async function recordSightings(db: Db, node: string, sightings: readonly Sighting[]): Promise<void> {
  if (sightings.length === 0) return;
  const headlines = sightings.map((sighting) => sighting.headline);
  const sites = sightings.map((sighting) => sighting.site);
  const versions = sightings.map((sighting) => (sighting.error ? null : sighting.version));
  const errors = sightings.map((sighting) => sighting.error ?? null);
  await sql`
    update delivery d set
      version = coalesce(w.version, d.version),
      seen_at = case when w.version is null then d.seen_at else clock_timestamp() end,
      error = w.error
    from unnest(${headlines}::uuid[], ${sites}::uuid[], ${versions}::int[], ${errors}::text[])
      as w(headline, site, version, error)
    where d.headline = w.headline and d.site = w.site and d.node = ${node}`.execute(db);
}
