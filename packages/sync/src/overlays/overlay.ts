import type { Db } from '@warta/database';
import type { Contact } from '@warta/sites';
import { sql } from 'kysely';
import { isOutdated } from './outdated.ts';

/** What a mission has said in one language, as it was typed. */
export interface OverlayWords {
  locale: string;
  intro: string;
  note: string;
  translation: { title: string; summary: string; body: string } | null;
  /** The version of the headline that it was written for, or was last found to fit. */
  madeFor: number;
}

/** What a mission decides about a headline and adds to it, as one state of it is kept. */
export interface OverlayContent {
  taken: boolean;
  hidden: boolean;
  cover: string | null;
  /** ISO 8601 */
  pinnedUntil: string | null;
  contact: Contact['purpose'] | null;
  texts: OverlayWords[];
}

/** The overlay as it stands; version 0 where nothing has been added or decided yet. */
export interface Overlay extends Omit<OverlayContent, 'texts'> {
  version: number;
  texts: (OverlayWords & {
    introHtml: string;
    noteHtml: string;
    html: string | null;
    /** The overlay's version that changed it last. */
    changedIn: number;
    /** Whether the words of the headline have changed since. */
    outdated: boolean;
  })[];
}

export const NO_OVERLAY: Overlay = {
  version: 0,
  taken: false,
  hidden: false,
  cover: null,
  pinnedUntil: null,
  contact: null,
  texts: [],
};

/** A mission's overlay of a headline. */
export async function findOverlay(db: Db, site: string, headline: string): Promise<Overlay> {
  const row = await db
    .selectFrom('overlay as v')
    .innerJoin('standing_headline as h', 'h.post', 'v.headline')
    .select(['v.version', 'v.taken', 'v.hidden', 'v.cover', 'v.contact', 'v.pinned_until'])
    .select(texts.as('texts'))
    .where('v.site', '=', site)
    .where('v.headline', '=', headline)
    .executeTakeFirst();
  if (!row) return NO_OVERLAY;
  const { pinned_until, ...overlay } = row;
  return { ...overlay, pinnedUntil: pinned_until?.toISOString() ?? null };
}

const texts = sql<Overlay['texts']>`coalesce((
  select json_agg(json_build_object('locale', x.locale, 'intro', x.intro, 'note', x.note,
    'translation', case when x.title is not null then
      json_build_object('title', x.title, 'summary', x.summary, 'body', x.body) end,
    'introHtml', x.intro_html, 'noteHtml', x.note_html, 'html', x.html, 'madeFor', x.made_for,
    'changedIn', x.changed_in, 'outdated', ${isOutdated}) order by x.locale)
  from overlay_text x where x.site = v.site and x.headline = v.headline), '[]'::json)`;

/** What of it is kept as a state, without what was made of it. */
export function contentOf({ taken, hidden, cover, pinnedUntil, contact, texts }: Overlay): OverlayContent {
  const words = texts.map(({ locale, intro, note, translation, madeFor }) => ({
    ...{ locale, intro, note, translation, madeFor },
  }));
  return { taken, hidden, cover, pinnedUntil, contact, texts: words };
}
