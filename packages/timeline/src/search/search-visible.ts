import { PRACTICE } from '@warta/sites';
import { isOutdated } from '@warta/sync';
import { type RawBuilder, sql } from 'kysely';
import { isUnofficial } from '../own-additions.ts';
import { isHere, isLocalPublic, isPublic, shownByObligation } from '../timeline-entry.ts';

/** Those of `c` that readers may see on some site, in what their own sites have written. */
export const inEvery: RawBuilder<unknown> = sql`
  select c.* from c
  join post q on q.id = c.post
  join site s on s.id = q.site and s.kind <> ${sql.lit(PRACTICE)}
  left join headline h on h.post = q.id
  where ${isLocalPublic} and (h.post is null or ${isPublic})`;

/** Those of `c` that readers may see on this site. */
export const inOne = (site: string): RawBuilder<unknown> => sql`
  select c.* from (select ${site}::uuid as site) w
  cross join c
  join post q on q.id = c.post
  left join headline h on h.post = q.id and h.origin <> w.site
  left join audience_site a on a.audience = h.audience and a.site = w.site
  left join overlay v on v.headline = h.post and v.site = w.site
  where case when h.post is null then q.site = w.site and ${isLocalPublic}
    else a.site is not null and ${isHere} and ${shownByObligation} end`;

/**
 * What missions say to headlines `h` that stand on their sites, as in `own`: nothing that was made for other official
 * words, and no translation where the ministry has its own.
 */
export const inOwn = (site?: string): RawBuilder<unknown> => sql`
  select w.* from own w
  join site s on s.id = w.site and (s.kind <> ${sql.lit(PRACTICE)} or ${site !== undefined})
  join standing_headline h on h.post = w.post
  join audience_site a on a.audience = h.audience and a.site = w.site
  join overlay v on v.headline = w.post and v.site = w.site
  join overlay_text x on x.site = w.site and x.headline = w.post and x.locale = w.locale
  where ${isHere} and ${shownByObligation} and not ${isOutdated} and (w.part = 'beside' or ${isUnofficial})`;
