import type { Db } from '@warta/database';
import { PRACTICE } from '@warta/sites';
import { sql } from 'kysely';
import { type FoundFeed, feedColumns, goneAsJson, MOST_GONE, toFeed } from './feed-rows.ts';
import { isLocalPublic } from './timeline-entry.ts';

const MOST = 30;

/** A feed beyond one site, with the sites whose changes change it. */
export type WideFeed = Omit<FoundFeed, 'audiences'> & { sites: string[] };

/**
 * The newest headlines of one origin; or, without one, the newest posts of all sites but the one for practice, each
 * headline once, as it stands where it comes from. One query.
 */
export async function findWideFeed(db: Db, origin?: string): Promise<WideFeed> {
  const ofOrigin = origin
    ? sql`q.site = ${origin} and q.kind = 'headline'`
    : sql`q.kind <> 'page' and exists (select from site s where s.id = q.site and s.kind <> ${PRACTICE})`;
  const sites = origin ? sql`array[${origin}::uuid]` : sql`array(select s.id from site s)`;
  const { rows } = await sql<Parameters<typeof toFeed>[0][number]>`
    ${sql.raw(origin ? '/*headline_feed*/' : '/*network_feed*/')} with w as materialized (
      select ${sites} as audiences, (extract(epoch from least(
          (select min(q.publish_at) from post q
            where not q.announced and q.publish_at > now() and q.state = 'live'),
          (select min(t.next_from) from text t where t.next_from > now()),
          (select min(g.next_from) from headline g where g.next_from > now())
        ) - now()) * 1000)::float8 as fresh,
        ${goneAsJson(sql`select q.id, q.withdrawn_at from post q
          where q.state = 'withdrawn' and q.publish_at <= q.withdrawn_at and ${ofOrigin}
          order by q.withdrawn_at desc limit ${sql.lit(MOST_GONE)}`)} as gone)
    select w.fresh, w.audiences, w.gone, ${feedColumns}
    from w
    left join lateral (
      select q.id as post, h.number, h.standing_version as version, q.sort_at as at
      from post q left join standing_headline h on h.post = q.id
      where ${isLocalPublic} and ${ofOrigin}
      order by q.sort_at desc, q.id desc limit ${sql.lit(MOST)}) e on true
    left join headline_version k on k.post = e.post and k.version = e.version
    left join post p on p.id = e.post
    left join site o on o.id = p.site
    left join media m on m.id = p.cover
    order by e.at desc, e.post desc`.execute(db);
  const { audiences, ...feed } = toFeed(rows);
  return { ...feed, sites: audiences };
}
