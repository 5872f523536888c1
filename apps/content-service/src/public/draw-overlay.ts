import { bestText } from '@warta/languages';
import { mediaIdsIn } from '@warta/media';
import { findContacts, findSite, MINISTRY_SLUG, type Site } from '@warta/sites';
import {
  findOverlay,
  findVersionTexts,
  type MissionHeadline,
  type OverlayInput,
  prepareOverlay,
  type VersionText,
} from '@warta/sync';
import {
  type EntryText,
  findFrames,
  findPictures,
  type PostFound,
  type TimelineEntry,
} from '@warta/timeline';
import { type PublicContext, themeOf } from './context.ts';
import { postModel } from './post.ts';

/** What a mission has typed beside a headline in one language and nobody sees yet. */
export interface OverlayShown {
  headline: MissionHeadline;
  locale: string;
  input: OverlayInput;
  /** Where the mission's pictures are had, those that readers cannot have yet among them. */
  mediaBase: string;
}

/**
 * Draws a headline with what a mission has typed beside it, as readers would see it on the mission's site.
 * @throws {DomainError} `invalid`, as saving it would
 */
export async function drawOverlay(context: PublicContext, site: Site, shown: OverlayShown): Promise<string> {
  const { headline, locale, input, mediaBase } = shown;
  const { db } = context.database;
  const official = await findVersionTexts(db, headline.id, headline.version);
  const [typed] = await prepareOverlay(db, site, input);
  const overlay = await findOverlay(db, site.id, headline.id);
  const isOfficial = official.some((text) => text.locale === locale);
  const own = typed?.translation && !isOfficial ? ownText(headline, typed.translation, locale) : undefined;
  const texts = [...official.map(textOf), ...(own ? [own] : [])];
  const text = own ?? bestText(texts, locale, site.locales);
  if (!text) throw new Error(`headline ${headline.id} has no text`);
  const { contacts } = await findContacts(db, site.id);
  const found: Extract<PostFound, { kind: 'post' }> = {
    kind: 'post',
    entry: await entryOf(context, headline, texts, overlay.cover),
    pictures: new Map(),
    html: own
      ? (typed?.translation?.html ?? '')
      : (official.find((each) => each.locale === text.locale)?.html ?? ''),
    official: true,
    corrected: null,
    credit: null,
    mission: {
      texts: typed
        ? [{ locale, intro: typed.introHtml, note: typed.noteHtml, outdated: false, since: null }]
        : [],
      contacts: contacts.filter(({ purpose }) => purpose === overlay.contact),
    },
    freshForMs: null,
  };
  const [around] = await findFrames(db, [site.id]);
  if (!around) throw new Error(`there is no site ${site.slug}`);
  const model = postModel(context, site, found, { text, frame: around.frame, play: false });
  const html = await context.draw(themeOf(context, site.theme), { ...model, noindex: true });
  const { intro = '', note = '' } = typed ?? {};
  const ids = mediaIdsIn(`${intro} ${note} ${typed?.translation?.body ?? ''} ${overlay.cover ?? ''}`);
  return ids.reduce((page, id) => page.replaceAll(`/media/${id}/`, `${mediaBase}/${id}/`), html);
}

async function entryOf(
  { database: { db } }: PublicContext,
  headline: MissionHeadline,
  texts: EntryText[],
  cover: string | null,
): Promise<TimelineEntry> {
  const { id: post, number, version, publishAt } = headline;
  const ministry = await findSite(db, MINISTRY_SLUG);
  const picture = cover ?? headline.cover;
  const pictures = await findPictures(db, picture ? [picture] : []);
  return {
    ...{ post, number, version, publishAt, texts },
    ...{ kind: 'headline', details: {}, category: null, tags: [], pinned: false, asOf: new Date() },
    origin: { slug: MINISTRY_SLUG, name: ministry?.name ?? {}, host: ministry?.host ?? null },
    cover: (picture && pictures.get(picture)) || null,
  };
}

const textOf = ({ locale, title, summary }: VersionText): EntryText => ({
  ...{ locale, title, summary, slug: 'preview', revision: 1 },
  savedAt: new Date().toISOString(),
});

function ownText(
  { version }: MissionHeadline,
  { title, summary }: Pick<VersionText, 'title' | 'summary'>,
  locale: string,
): EntryText {
  const text = { locale, title, summary, body: '', html: '' };
  return { ...textOf(text), mission: { madeFor: version, outdated: false, since: null } };
}
