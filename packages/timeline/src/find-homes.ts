import type { Db } from '@warta/database';
import { type RawBuilder, sql } from 'kysely';
import { arrangeHeadlines, cutPage, MOST_HEADLINES, MOST_PINNED, POSTS_A_PAGE } from './arrange-home.ts';
import { freshForMs } from './fresh-until.ts';
import { entryColumns, isPublic, shownByObligation, type TimelineEntry } from './timeline-entry.ts';

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
    with w as materialized (
      select w.*, ${freshForMs} as fresh,
        array(select b.audience from audience_site b where b.site = w.site) as audiences
      from unnest(${sites}::uuid[], ${skips}::int[]) with ordinality as w(site, skip, ord))
    select w.ord::int, w.fresh, w.audiences, e.section, e.number, e.version, e.pinned, e.at, ${entryColumns}
    from w
    left join lateral (
      ${headlines(sql`true`, MOST_PINNED + MOST_HEADLINES + 1)}
      union
      ${headlines(sql`h.pinned_until > now()`, MOST_PINNED)}
      union all
      ${locals()}
    ) e on true
    left join post p on p.id = e.post
    left join site o on o.id = p.site
    left join media m on m.id = p.cover
    order by w.ord, e.at desc, e.post desc`.execute(db);
  return wanted.map((_, index) => toHome(rows.filter((row) => row.ord === index + 1)));
}

/** The newest headlines of the site's audiences that satisfy a condition; on page one only. */
function headlines(condition: RawBuilder<unknown>, limit: number) {
  return sql`(
    select 'headline' as section, c.post, c.number, c.standing_version as version,
      coalesce(c.pinned_until > now(), false) as pinned, c.sort_at as at
    from audience_site a
    cross join lateral (
      select h.* from standing_headline h
      left join overlay v on v.headline = h.post and v.site = w.site
      where h.audience = a.audience and ${isPublic} and h.origin <> w.site and ${shownByObligation} and ${condition}
      order by h.sort_at desc, h.post desc limit ${sql.lit(limit)}
    ) c
    where a.site = w.site and w.skip = 0
    order by c.sort_at desc, c.post desc limit ${sql.lit(limit)})`;
}

/** The site's own posts, headlines it originates among them. */
function locals() {
  return sql`(
    select 'local' as section, q.id as post, h.number, h.standing_version as version,
      false as pinned, q.sort_at as at
    from post q
    left join standing_headline h on h.post = q.id
    where q.site = w.site and q.state = 'live' and q.publish_at <= now()
      and exists (select from standing_text t where t.post = q.id)
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
