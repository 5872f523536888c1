import { type RawBuilder, sql } from 'kysely';
import { MOST_HEADLINES, MOST_PINNED } from './arrange-home.ts';
import { isHere, shownByObligation } from './timeline-entry.ts';

/** A row of these queries, for headline `h` and the overlay `v` of the site. */
const row: RawBuilder<unknown> = sql`h.post, h.number, h.standing_version as version,
  coalesce(h.pinned_until > now() or v.pinned_until > now(), false) as pinned,
  coalesce(h.pinned_until > now(), false) as "pinnedByMinistry", h.sort_at as at`;

/** The newest headlines of the site's audiences that satisfy a condition; on page one only. */
function headlines(condition: RawBuilder<unknown>, limit: number) {
  return sql`(
    select c.*
    from audience_site a
    cross join lateral (
      select ${row} from standing_headline h
      left join overlay v on v.headline = h.post and v.site = w.site
      where h.audience = a.audience and ${isHere} and h.origin <> w.site and ${shownByObligation} and ${condition}
      order by h.sort_at desc, h.post desc limit ${sql.lit(limit)}
    ) c
    where a.site = w.site and w.skip = 0
    order by c.at desc, c.post desc limit ${sql.lit(limit)})`;
}

/** Those that the site itself has pinned, beginning from its few overlays. */
const ownPins = sql`(
  select ${row}
  from overlay v
  join standing_headline h on h.post = v.headline
  join audience_site a on a.audience = h.audience and a.site = v.site
  where v.site = w.site and w.skip = 0 and v.pinned_until > now()
    and ${isHere} and h.origin <> w.site and ${shownByObligation}
  order by h.sort_at desc, h.post desc limit ${sql.lit(MOST_PINNED)})`;

/**
 * The headlines from which the first page of site `w.site` is arranged, with `w.skip` 0: the newest, one more
 * than fit, and those pinned. A query of its own, so that the page and whoever checks it ask the same.
 */
export const homeHeadlines: RawBuilder<unknown> = sql`
  ${headlines(sql`true`, MOST_PINNED + MOST_HEADLINES + 1)}
  union
  ${headlines(sql`h.pinned_until > now()`, MOST_PINNED)}
  union
  ${ownPins}`;
