import { type RawBuilder, sql } from 'kysely';
import { MOST_HEADLINES, MOST_PINNED } from './arrange-home.ts';
import { isHere, shownByObligation } from './timeline-entry.ts';

/** The newest headlines of the site's audiences that satisfy a condition; on page one only. */
function headlines(condition: RawBuilder<unknown>, limit: number) {
  return sql`(
    select 'headline' as section, c.post, c.number, c.standing_version as version,
      coalesce(c.pinned_until > now(), false) as pinned, c.sort_at as at
    from audience_site a
    cross join lateral (
      select h.* from standing_headline h
      left join overlay v on v.headline = h.post and v.site = w.site
      where h.audience = a.audience and ${isHere} and h.origin <> w.site and ${shownByObligation} and ${condition}
      order by h.sort_at desc, h.post desc limit ${sql.lit(limit)}
    ) c
    where a.site = w.site and w.skip = 0
    order by c.sort_at desc, c.post desc limit ${sql.lit(limit)})`;
}

/**
 * The headlines from which the first page of site `w.site` is arranged, with `w.skip` 0: the newest, one more
 * than fit, and those pinned. A query of its own, so that the page and whoever checks it ask the same.
 */
export const homeHeadlines: RawBuilder<unknown> = sql`
  ${headlines(sql`true`, MOST_PINNED + MOST_HEADLINES + 1)}
  union
  ${headlines(sql`h.pinned_until > now()`, MOST_PINNED)}`;
