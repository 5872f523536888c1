import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { cutPage, POSTS_A_PAGE } from './arrange-home.ts';
import { arranged, type Frame, frameColumn } from './frame.ts';
import { localFreshForMs, sooner, untilClosing } from './fresh-until.ts';
import { entryColumns, isLocalPublic, type TimelineEntry } from './timeline-entry.ts';

/** A page of a site's own posts: `page` counts from 1. */
export interface LocalWanted {
  site: string;
  page: number;
}

export interface LocalPosts {
  posts: TimelineEntry[];
  older: boolean;
  /** What stands around them. */
  frame: Frame;
  /** Milliseconds until they change by the clock alone; null where nothing is waiting. */
  freshForMs: number | null;
}

type Row = TimelineEntry & { ord: number; fresh: number | null; frame: Frame | null };

/**
 * Pages of sites' own posts, headlines they originate among them, in the order wanted, in one query whatever
 * their number.
 */
export async function findLocalPosts(db: Db, wanted: readonly LocalWanted[]): Promise<LocalPosts[]> {
  const sites = wanted.map((list) => list.site);
  const skips = wanted.map((list) => (list.page - 1) * POSTS_A_PAGE);
  const { rows } = await sql<Row>`
    /*local_posts*/ with w as materialized (
      select w.*, ${localFreshForMs} as fresh, ${frameColumn} as frame
      from unnest(${sites}::uuid[], ${skips}::int[]) with ordinality as w(site, skip, ord))
    select w.ord::int, w.fresh, case when row_number() over (partition by w.ord) = 1 then w.frame end as frame,
      e.number, e.version, false as pinned, ${entryColumns}
    from w
    left join lateral (
      select q.id, q.sort_at, h.number, h.standing_version as version
      from post q
      left join standing_headline h on h.post = q.id
      where q.site = w.site and q.kind <> 'page' and ${isLocalPublic}
      order by q.sort_at desc, q.id desc
      limit ${sql.lit(POSTS_A_PAGE + 1)} offset w.skip
    ) e on true
    left join post p on p.id = e.id
    left join site o on o.id = p.site
    left join media m on m.id = p.cover
    order by w.ord, e.sort_at desc, e.id desc`.execute(db);
  const byOrd = Map.groupBy(rows, (row) => row.ord);
  return wanted.map((_, index) => toLocalPosts(byOrd.get(index + 1) ?? []));
}

function toLocalPosts(rows: readonly Row[]): LocalPosts {
  const frame = rows.find((row) => row.frame)?.frame;
  if (!frame) throw new Error('the posts of a site were asked for that is not there');
  const { entries, older } = cutPage(rows.filter((row) => row.post !== null));
  return {
    posts: entries,
    older,
    frame: arranged(frame),
    freshForMs: sooner(rows[0]?.fresh ?? null, untilClosing(entries)),
  };
}
