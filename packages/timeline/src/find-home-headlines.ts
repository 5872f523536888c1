import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { arrangeHeadlines } from './arrange-home.ts';
import { headlinesFreshForMs, siteAudiences } from './fresh-until.ts';
import { homeHeadlines } from './home-headlines.ts';
import { type OwnAdditions, ownForLine, withOwn } from './own-additions.ts';
import { entryColumns, type TimelineEntry } from './timeline-entry.ts';

/** What the ministry sent to a site, as the first page of its home shows it. */
export interface HomeHeadlines {
  pinned: TimelineEntry[];
  headlines: TimelineEntry[];
  moreHeadlines: boolean;
  /** The audiences the site belongs to: a headline for one of them changes its home. */
  audiences: string[];
  /** Milliseconds until it changes by the clock alone; null where nothing is waiting. */
  freshForMs: number | null;
}

type Row = TimelineEntry &
  OwnAdditions & { ord: number; id: string | null; audiences: string[]; fresh: number | null };

/**
 * The headlines on these sites' homes, in the order of the sites, in one query whatever their number. What is
 * the same on many sites is read once.
 */
export async function findHomeHeadlines(db: Db, sites: readonly string[]): Promise<HomeHeadlines[]> {
  const { rows } = await sql<Row>`
    /*home_headlines*/ with w as materialized (
      select w.site, 0 as skip, w.ord, ${headlinesFreshForMs} as fresh, ${siteAudiences} as audiences
      from unnest(${sites}::uuid[]) with ordinality as w(site, ord)),
    e as materialized (
      select w.ord, w.site, w.fresh, w.audiences, e.*, row_number() over (partition by e.post) as nth
      from w left join lateral (${homeHeadlines}) e on true)
    select e.ord::int, e.fresh, e.audiences, e.post as id, e.number, e.version, e.pinned, e."pinnedByMinistry",
      ${ownForLine}, d.*
    from e
    left join overlay v on v.headline = e.post and v.site = e.site
    left join lateral (select e.version as standing_version) h on true
    left join lateral (
      select ${entryColumns}
      from post p
      join site o on o.id = p.site
      left join media m on m.id = p.cover
      where e.nth = 1 and p.id = e.post
    ) d on true
    order by e.ord, e.at desc, e.post desc`.execute(db);
  const details = new Map(rows.filter((row) => row.post !== null).map((row) => [row.post, row]));
  const byOrd = Map.groupBy(rows, (row) => row.ord);
  return sites.map((_, index) => toHeadlines(byOrd.get(index + 1) ?? [], details));
}

function toHeadlines(rows: readonly Row[], details: ReadonlyMap<string, TimelineEntry>): HomeHeadlines {
  const entries = rows.flatMap(({ id, number, version, pinned, pinnedByMinistry, ...own }) => {
    const detail = id === null ? undefined : details.get(id);
    return detail
      ? [withOwn({ ...detail, number, version, pinned, pinnedByMinistry: !!pinnedByMinistry }, own)]
      : [];
  });
  const { pinned, others, more } = arrangeHeadlines(entries);
  const [first] = rows;
  return {
    pinned,
    headlines: others,
    moreHeadlines: more,
    audiences: first?.audiences ?? [],
    freshForMs: first?.fresh ?? null,
  };
}
