import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { cutPage, POSTS_A_PAGE } from './arrange-home.ts';
import { headlinesFreshForMs, siteAudiences } from './fresh-until.ts';
import { entryColumns, isHere, shownByObligation, type TimelineEntry } from './timeline-entry.ts';

export interface HeadlineList {
  headlines: TimelineEntry[];
  older: boolean;
  audiences: string[];
  freshForMs: number | null;
}

/** A page of everything that was sent to a site, newest first. */
export async function findHeadlineList(db: Db, site: string, page: number): Promise<HeadlineList> {
  const skip = (page - 1) * POSTS_A_PAGE;
  const most = skip + POSTS_A_PAGE + 1;
  const { rows } = await sql<TimelineEntry & { fresh: number | null; audiences: string[] }>`
    /*headline_list*/ with w as materialized (
      select w.*, ${headlinesFreshForMs} as fresh,
        ${siteAudiences} as audiences
      from (select ${site}::uuid as site) w)
    select w.fresh, w.audiences, e.number, e.version, e.pinned, ${entryColumns}
    from w
    left join lateral (
      select c.post, c.number, c.standing_version as version, c.sort_at as at,
        coalesce(c.pinned_until > now(), false) as pinned
      from audience_site a
      cross join lateral (
        select h.* from standing_headline h
        left join overlay v on v.headline = h.post and v.site = w.site
        where h.audience = a.audience and ${isHere} and h.origin <> w.site and ${shownByObligation}
        order by h.sort_at desc, h.post desc limit ${most}
      ) c
      where a.site = w.site
      order by c.sort_at desc, c.post desc limit ${POSTS_A_PAGE + 1} offset ${skip}
    ) e on true
    left join post p on p.id = e.post
    left join site o on o.id = p.site
    left join media m on m.id = p.cover
    order by e.at desc, e.post desc`.execute(db);
  const { entries, older } = cutPage(rows.filter((row) => row.post !== null));
  return {
    headlines: entries,
    older,
    audiences: rows[0]?.audiences ?? [],
    freshForMs: rows[0]?.fresh ?? null,
  };
}
