import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { arrangeHeadlines, cutPage, POSTS_A_PAGE } from './arrange-home.ts';
import { freshForMs } from './fresh-until.ts';
import { homeHeadlines } from './home-headlines.ts';
import { entryColumns, type TimelineEntry } from './timeline-entry.ts';

/** A page of a site's home: `page` counts from 1. */
export interface HomeWanted {
  site: string;
  page: number;
}

export interface Home {
  pinned: TimelineEntry[];
  headlines: TimelineEntry[];
  moreHeadlines: boolean;
  posts: TimelineEntry[];
  older: boolean;
  /** The audiences the site belongs to: a headline for one of them changes this page. */
  audiences: string[];
  /** Milliseconds until it changes by the clock alone; null where nothing is waiting. */
  freshForMs: number | null;
}

type Row = TimelineEntry & { ord: number; section: 'headline' | 'local' | null; at: Date };
type WantedRow = { audiences: string[]; fresh: number | null };

/** The homes wanted, in their order, in one query whatever their number. */
export async function findHomes(db: Db, wanted: readonly HomeWanted[]): Promise<Home[]> {
  const sites = wanted.map((home) => home.site);
  const skips = wanted.map((home) => (home.page - 1) * POSTS_A_PAGE);
  const { rows } = await sql<Row & WantedRow>`
    /*homes*/ with w as materialized (
      select w.*, ${freshForMs} as fresh,
        array(select b.audience from audience_site b where b.site = w.site) as audiences
      from unnest(${sites}::uuid[], ${skips}::int[]) with ordinality as w(site, skip, ord))
    select w.ord::int, w.fresh, w.audiences, e.section, e.number, e.version, e.pinned, e.at, ${entryColumns}
    from w
    left join lateral (
      ${homeHeadlines}
      union all
      ${locals()}
    ) e on true
    left join post p on p.id = e.post
    left join site o on o.id = p.site
    left join media m on m.id = p.cover
    order by w.ord, e.at desc, e.post desc`.execute(db);
  return wanted.map((_, index) => toHome(rows.filter((row) => row.ord === index + 1)));
}

/** The site's own posts, headlines it originates among them. */
function locals() {
  return sql`(
    select 'local' as section, q.id as post, h.number, h.standing_version as version,
      false as pinned, q.sort_at as at
    from post q
    left join standing_headline h on h.post = q.id
    where q.site = w.site and q.state = 'live' and q.publish_at <= now()
    order by q.sort_at desc, q.id desc
    limit ${sql.lit(POSTS_A_PAGE + 1)} offset w.skip)`;
}

function toHome(rows: (Row & WantedRow)[]): Home {
  const { pinned, others, more } = arrangeHeadlines(rows.filter((row) => row.section === 'headline'));
  const { entries, older } = cutPage(rows.filter((row) => row.section === 'local'));
  return {
    pinned,
    headlines: others,
    moreHeadlines: more,
    posts: entries,
    older,
    audiences: rows[0]?.audiences ?? [],
    freshForMs: rows[0]?.fresh ?? null,
  };
}
