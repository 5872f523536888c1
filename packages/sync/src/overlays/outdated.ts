import { type RawBuilder, sql } from 'kysely';

/** The official words of a version of the headline of overlay text `x`; the same for the same words. */
const wordsOf = (version: RawBuilder<unknown>) => sql`(
  select string_agg(concat_ws(' ', r.locale, r.title_hash, r.body_hash, md5(r.summary)), ',' order by r.locale)
  from headline_version z
  cross join lateral jsonb_each_text(z.texts) as l(locale, n)
  join revision r on r.post = z.post and r.locale = l.locale and r.n = l.n::int
  where z.post = x.headline and z.version = ${version})`;

/**
 * Whether overlay text `x` was made for other official words than those that stand in headline `h`. A headline
 * that comes back after a recall as it was has the same words in a version of its own.
 */
export const isOutdated: RawBuilder<boolean> = sql`(x.made_for <> h.standing_version
  and ${wordsOf(sql`x.made_for`)} is distinct from ${wordsOf(sql`h.standing_version`)})`;

/** When readers first got other words than those that overlay text `x` was made for; null where that was never so. */
export const outdatedSince: RawBuilder<Date | null> = sql`case when ${isOutdated} then (
  select min(z.live_from) from headline_version z
  where z.post = x.headline and z.kind = 'correction' and z.version > x.made_for
    and z.version <= h.standing_version and z.live_from > h.publish_at) end`;
