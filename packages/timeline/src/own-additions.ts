import type { Contact } from '@warta/sites';
import { isOutdated, outdatedSince } from '@warta/sync';
import { type RawBuilder, sql } from 'kysely';
import { type Cover, type EntryText, pictureColumn, type TimelineEntry } from './timeline-entry.ts';

/** What a mission adds to the line of a headline on its own site: a picture, and languages. */
export interface OwnAdditions {
  ownCover: Cover | null;
  ownTexts: EntryText[] | null;
}

/** The picture of overlay `v`, or nothing. */
const ownCover: RawBuilder<Cover | null> = sql`case when v.cover is not null then (
  select ${pictureColumn} from media m where m.id = v.cover) end`;

/** That the ministry has no text in the language of overlay text `x`: where it has one, the official text wins. */
export const isUnofficial: RawBuilder<boolean> = sql`(x.title is not null and not exists (
  select from standing_text s where s.post = x.headline and s.locale = x.locale))`;

/** The translations of overlay `v` of headline `h`. */
const ownTexts = (
  condition: RawBuilder<boolean>,
  since: RawBuilder<unknown>,
): RawBuilder<EntryText[] | null> => sql`
  case when v.site is not null then (
    select json_agg(json_build_object('locale', x.locale, 'slug', x.slug, 'title', x.title, 'summary', x.summary,
      'revision', x.changed_in, 'savedAt', x.saved_at,
      'mission', json_build_object('madeFor', x.made_for, 'outdated', ${isOutdated}, 'since', ${since})) order by x.locale)
    from overlay_text x
    where x.site = v.site and x.headline = v.headline and ${isUnofficial} and ${condition}) end`;

/** For a line of a list: no outdated translation, which would have to say so at length. */
export const ownForLine: RawBuilder<unknown> = sql`${ownCover} as "ownCover",
  ${ownTexts(sql`not ${isOutdated}`, sql`null`)} as "ownTexts"`;

/** For the page of a headline, where an outdated translation stands with a mark. */
export const ownForPage: RawBuilder<unknown> = sql`${ownCover} as "ownCover", ${ownTexts(sql`true`, outdatedSince)} as "ownTexts"`;

/** What a mission says beside a headline, apart from the official text. */
export interface MissionWords {
  /** By language; HTML, empty where nothing is said. */
  texts: { locale: string; intro: string; note: string; outdated: boolean; since: string | null }[];
  /** Those of its contacts that are to stand below the text, as they are now. */
  contacts: Contact[];
}

/** What stands beside a headline by overlay `v` on site `w.site`, and its translation into `w.locale`. */
export const wordsForPage: RawBuilder<unknown> = sql`
  case when v.site is not null then json_build_object(
    'texts', (select coalesce(json_agg(json_build_object('locale', x.locale, 'intro', x.intro_html,
        'note', x.note_html, 'outdated', ${isOutdated}, 'since', ${outdatedSince}) order by x.locale), '[]'::json)
      from overlay_text x
      where x.site = v.site and x.headline = v.headline and (x.intro <> '' or x.note <> '')),
    'contacts', (select coalesce(jsonb_agg(k.contact order by k.place), '[]'::jsonb)
      from site s, jsonb_array_elements(s.contacts) with ordinality as k(contact, place)
      where s.id = v.site and k.contact ->> 'purpose' = v.contact)) end as mission,
  case when v.site is not null then (select x.html from overlay_text x
    where x.site = v.site and x.headline = v.headline and x.locale = w.locale and ${isUnofficial}) end as "ownHtml"`;

/** An entry as it stands on the mission's site. */
export function withOwn<E extends TimelineEntry>(entry: E, { ownCover, ownTexts }: OwnAdditions): E {
  if (!ownCover && !ownTexts) return entry;
  return {
    ...entry,
    cover: ownCover ?? entry.cover,
    texts: [...entry.texts, ...(ownTexts ?? [])],
  };
}
