import type { Db } from '@warta/database';
import { sql } from 'kysely';

/** What a board of deliveries shows, in short: while the mark stays, nothing on it has changed. */
export interface BoardMark {
  mark: string;
  /** Web nodes that are asked for proof; where all have signed off, those that gave it. */
  nodes: number;
}

/** The mark of a headline's board, in one cheap query; undefined where there is no such headline. */
export async function findBoardMark(db: Db, headline: string): Promise<BoardMark | undefined> {
  const { rows } = await sql<BoardMark>`
    select md5(concat_ws('|', h.standing_version, h.latest, h.state, h.publish_at, h.publish_at <= now(),
        h.obligation, h.audience, d.rows, d.seen, d.last, d.errors,
        (select string_agg(n.name, ',' order by n.name) from node n where n.left_at is null),
        (select concat_ws(' ', p.error, p.next_try_at, exists (select from change c
            where c.n > p.purged and c.tags @> array[concat('headline:', h.post)])) from cache_purge p),
        (select k.purged_at from headline_purge k
          where k.headline = h.post and k.version = h.standing_version),
        (select count(*) from audience_site a where a.audience = h.audience),
        (select count(*) from headline_wave q where q.headline = h.post and q.at <= now()),
        (select concat_ws(' ', count(r.seen_at), count(r.acknowledged_at), count(r.escalated_at),
            count(*) filter (where r.due_at <= now()))
          from reception r where r.headline = h.post and r.version = h.standing_version),
        (select string_agg(hashtext(concat(o.site, o.hidden, o.taken))::text, ',' order by o.site)
          from overlay o where o.headline = h.post))) as mark,
      coalesce(nullif(d.asked, 0), d.gave)::int as nodes
    from standing_headline h
    cross join lateral (
      select count(*) as rows, count(d.version) as seen, max(d.seen_at) as last,
        sum(hashtext(d.error)) as errors,
        count(distinct d.node) filter (where n.left_at is null) as asked,
        count(distinct d.node) filter (where d.version = h.standing_version) as gave
      from delivery d join node n on n.name = d.node
      where d.headline = h.post) d
    where h.post = ${headline}`.execute(db);
  return rows[0];
}
