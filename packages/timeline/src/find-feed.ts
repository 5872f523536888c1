import type { Db } from '@warta/database';
import { type RawBuilder, sql } from 'kysely';
import {
  type FoundFeed,
  feedColumns,
  type GoneEntry,
  goneAsJson,
  MOST_GONE,
  ofCategory,
  toFeed,
} from './feed-rows.ts';
import { headlinesFreshForMs, localFreshForMs, siteAudiences, sooner } from './fresh-until.ts';
import { ownForLine } from './own-additions.ts';
import { isHere, isLocalPublic, momentHere, shownByObligation } from './timeline-entry.ts';

/** So many of each, lest what the ministry sends take the place of what a mission writes. */
const MOST_OF_EACH = 15;

/** Its own posts. */
const ownPosts = (category: string | undefined) => sql`(
  select q.id as post, h.number, h.standing_version as version, q.sort_at as at
  from post q left join standing_headline h on h.post = q.id
  where q.site = w.site and q.kind <> 'page' and ${isLocalPublic} and ${ofCategory(category)}
  order by q.sort_at desc, q.id desc limit ${sql.lit(MOST_OF_EACH)})`;

/** What the ministry sent, as its lists show it. */
const sentHere = (category: string | undefined) => sql`(
  select c.* from audience_site a
  cross join lateral (
    select h.post, h.number, h.standing_version as version, h.sort_at as at
    from standing_headline h
    ${category === undefined ? sql`` : sql`join post q on q.id = h.post and ${ofCategory(category)}`}
    left join overlay v on v.headline = h.post and v.site = w.site
    where h.audience = a.audience and ${isHere} and h.origin <> w.site and ${shownByObligation}
    order by h.sort_at desc, h.post desc limit ${sql.lit(MOST_OF_EACH)}) c
  where a.site = w.site order by c.at desc, c.post desc limit ${sql.lit(MOST_OF_EACH)})`;

/** What stood on site `w.site` and was withdrawn or recalled since. */
const goneHere = (category: string | undefined): RawBuilder<GoneEntry[]> =>
  goneAsJson(sql`
    (select q.id, q.withdrawn_at from post q
      where q.site = w.site and q.state = 'withdrawn' and q.kind <> 'page'
        and q.publish_at <= q.withdrawn_at and ${ofCategory(category)}
      order by q.withdrawn_at desc limit ${sql.lit(MOST_GONE)})
    union
    (select q.id, q.withdrawn_at from audience_site a
      join headline h on h.audience = a.audience and h.state = 'recalled' and h.origin <> w.site
        and (h.stands_until is null or a.since <= h.stands_until)
      join post q on q.id = h.post and ${ofCategory(category)}
      left join overlay v on v.headline = h.post and v.site = w.site
      where a.site = w.site and ${shownByObligation} and ${momentHere} <= q.withdrawn_at
      order by q.withdrawn_at desc limit ${sql.lit(MOST_GONE)})`);

/**
 * The newest of a site's own posts and of what the ministry sent it, in one order, pins ignored; all of them, or those
 * of a category. One query.
 */
export async function findFeed(db: Db, site: string, category?: string): Promise<FoundFeed> {
  const { rows } = await sql<Parameters<typeof toFeed>[0][number] & { localFresh: number | null }>`
    ${sql.raw(category === undefined ? '/*feed*/' : '/*category_feed*/')} with w as materialized (
      select w.*, ${localFreshForMs} as "localFresh", ${headlinesFreshForMs} as fresh, ${siteAudiences} as audiences,
        ${goneHere(category)} as gone
      from (select ${site}::uuid as site) w)
    select w."localFresh", w.fresh, w.audiences, w.gone, ${ownForLine}, ${feedColumns}
    from w
    left join lateral (${ownPosts(category)} union all ${sentHere(category)}) e on true
    left join overlay v on v.headline = e.post and v.site = w.site
    left join lateral (select e.version as standing_version) h on true
    left join headline_version k on k.post = e.post and k.version = e.version
    left join post p on p.id = e.post
    left join site o on o.id = p.site
    left join media m on m.id = p.cover
    order by e.at desc, e.post desc`.execute(db);
  const feed = toFeed(rows);
  return { ...feed, freshForMs: sooner(feed.freshForMs, rows[0]?.localFresh ?? null) };
}
