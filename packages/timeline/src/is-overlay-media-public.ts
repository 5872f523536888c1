import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { isUnofficial } from './own-additions.ts';
import { isHere, shownByObligation } from './timeline-entry.ts';

/**
 * Whether readers can see a picture or document now by what a mission has added to a headline: not before the
 * headline's moment, nor after its recall, nor where the mission shows it no longer. `media` is a UUID.
 */
export async function isOverlayMediaPublic(db: Db, media: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with u as materialized (
      select split_part(place, '/', 1)::uuid as site, split_part(place, '/', 2)::uuid as headline
      from (select split_part(owner, ':', 2) as place from media_use
        where media = ${media} and owner like 'overlay:%') p)
    select exists (
      select from u as w
      join overlay v on v.site = w.site and v.headline = w.headline
      join standing_headline h on h.post = v.headline
      join audience_site a on a.audience = h.audience and a.site = v.site
      where ${isHere} and ${shownByObligation} and (
        v.cover = ${media} or exists (
          select from overlay_text x
          where x.site = v.site and x.headline = v.headline
            and (x.intro_html || x.note_html || case when ${isUnofficial} then x.html else '' end)
              like ${`%/media/${media}%`}))
    ) as found`.execute(db);
  return rows[0]?.found ?? false;
}
