import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { cutPage, POSTS_A_PAGE } from './arrange-home.ts';
import { headlinesFreshForMs, siteAudiences } from './fresh-until.ts';
import { type OwnAdditions, ownForLine, withOwn } from './own-additions.ts';
import { entryColumns, isHere, shownByObligation, type TimelineEntry } from './timeline-entry.ts';

export interface HeadlineList {
  headlines: TimelineEntry[];
  older: boolean;
  audiences: string[];
  freshForMs: number | null;
}

type Row = TimelineEntry & OwnAdditions & { fresh: number | null; audiences: string[] };

/** A page of everything that was sent to a site, newest first. */
export async function findHeadlineList(db: Db, site: string, page: number): Promise<HeadlineList> {
  const skip = (page - 1) * POSTS_A_PAGE;
  const most = skip + POSTS_A_PAGE + 1;
  const { rows } = await sql<Row>`
    /*headline_list*/ with w as materialized (
      select w.*, ${headlinesFreshForMs} as fresh,
        ${siteAudiences} as audiences
      from (select ${site}::uuid as site) w)
    select w.fresh, w.audiences, e.number, e.version, e.pinned, ${ownForLine}, ${entryColumns}
    from w
    left join lateral (
      select c.post, c.number, c.standing_version as version, c.sort_at as at,
        coalesce(c.pinned_until > now() or c.pinned_here > now(), false) as pinned
      from audience_site a
      cross join lateral (
        select h.*, v.pinned_until as pinned_here from standing_headline h
        left join overlay v on v.headline = h.post and v.site = w.site
        where h.audience = a.audience and ${isHere} and h.origin <> w.site and ${shownByObligation}
        order by h.sort_at desc, h.post desc limit ${most}
      ) c
      where a.site = w.site
      order by c.sort_at desc, c.post desc limit ${POSTS_A_PAGE + 1} offset ${skip}
    ) e on true
    left join overlay v on v.headline = e.post and v.site = w.site
    left join lateral (select e.version as standing_version) h on true
    left join post p on p.id = e.post
    left join site o on o.id = p.site
    left join media m on m.id = p.cover
    order by e.at desc, e.post desc`.execute(db);
  const { entries, older } = cutPage(rows.filter((row) => row.post !== null));
  return {
    headlines: entries.map((entry) => withOwn(entry, entry)),
    older,
    audiences: rows[0]?.audiences ?? [],
    freshForMs: rows[0]?.fresh ?? null,
  };
}
