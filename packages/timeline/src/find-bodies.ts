import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { type MissionWords, wordsForPage } from './own-additions.ts';
import { type Cover, type EntryText, pictureColumn } from './timeline-entry.ts';

/** The whole text of an entry on one site. */
export interface FoundBody {
  /** As it stands in pages. */
  html: string;
  /** What the mission says beside it. */
  mission: MissionWords | null;
  /** What a gallery or a video is made of; nothing for other kinds. */
  details: object;
  /** A gallery's pictures, in no order. */
  pictures: Cover[];
  /** When it last said something else, ISO 8601. */
  saidAt: string | null;
}

interface BodyWanted {
  post: string;
  text: EntryText;
}

/**
 * The bodies of these texts in exactly the revisions that were read, in their order, with what the site says beside
 * them; without a site, the official words alone. One query.
 */
export async function findBodies(
  db: Db,
  site: string | null,
  wanted: readonly BodyWanted[],
): Promise<FoundBody[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<Omit<FoundBody, 'html'> & { html: string | null; ownHtml: string | null }>`
    /*bodies*/ select r.html, ${wordsForPage}, (
        select max(x.saved_at) from overlay_text x
        where x.site = v.site and x.headline = v.headline and (x.intro <> '' or x.note <> '')) as "saidAt",
      case when q.kind in ('gallery', 'video') then q.details else '{}'::jsonb end as details,
      case when q.kind = 'gallery' then (
        select coalesce(json_agg(${pictureColumn}), '[]'::json) from media m
        where m.id in (select (x->>'media')::uuid from jsonb_array_elements(q.details->'pictures') x))
      else '[]'::json end as pictures
    from (
      select ${site}::uuid as site, u.*
      from unnest(${wanted.map(({ post }) => post)}::uuid[], ${wanted.map(({ text }) => text.locale)}::text[],
        ${wanted.map(({ text }) => text.revision)}::int[], ${wanted.map(({ text }) => Boolean(text.mission))}::bool[])
        with ordinality as u(post, locale, revision, own, ord)) w
    left join post q on q.id = w.post
    left join revision r on r.post = w.post and r.locale = w.locale and r.n = w.revision and not w.own
    left join standing_headline h on h.post = w.post
    left join overlay v on v.headline = h.post and v.site = w.site and h.origin <> w.site
    order by w.ord`.execute(db);
  return rows.map(({ html, ownHtml, ...row }) => ({ ...row, html: html ?? ownHtml ?? '' }));
}
