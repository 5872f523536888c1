import { bestText, directionOf, endonym, translator } from '@warta/languages';
import { plainText } from '@warta/posts';
import { type LanguageLink, type PostPage, seal } from '@warta/rendering';
import { bestWords, type Site, siteName } from '@warta/sites';
import {
  type Beside,
  type EntryText,
  type Frame,
  type PostFound,
  sooner,
  type TimelineEntry,
} from '@warta/timeline';
import type { Answer } from '../pages/answer.ts';
import { type PublicContext, themeOf } from './context.ts';
import { beginningOf } from './description.ts';
import { entryOf, sealMark, stamp, tagLabel } from './entries.ts';
import type { SiteFound } from './finders.ts';
import { HTML } from './home.ts';
import { kindPart } from './kind-part.ts';
import { archiveUrl, linksFrom, postUrl, siteUrl } from './links.ts';
import { missionPart, translationNote } from './mission-part.ts';
import { answerGone } from './notice.ts';
import { pageBase, versionsOf } from './page-base.ts';
import { postData } from './post-data.ts';
import { postWays, shareLinks } from './post-ways.ts';
import { cardImage } from './share-card.ts';

type Found = Extract<PostFound, { kind: 'post' }>;
type Credit = NonNullable<Found['credit']>;

/** Where a post is asked for; `play` asks for the frame of its video. */
interface PostAsked {
  locale: string;
  slug: string;
  play: boolean;
}

/**
 * A local post or headline at its address; undefined where there is none. Another slug or language of it
 * leads to the right address, a hidden headline to the ministry's, a recalled or withdrawn one to a notice.
 */
export async function answerPost(
  context: PublicContext,
  siteFound: SiteFound,
  { locale, slug, play }: PostAsked,
): Promise<Answer | undefined> {
  const { site, readAt } = siteFound;
  const found = await context.find.post({ site: site.id, locale, slug });
  if (!found) return undefined;
  if (found.kind === 'gone') return answerGone(context, siteFound, locale, found);
  const best = bestText(textsFor(found.entry, locale), locale, site.locales);
  if (!best) return undefined;
  if (found.kind === 'elsewhere') {
    return { kind: 'redirect', status: 302, location: postUrl(context.config, found.entry.origin, best) };
  }
  const url = postUrl(context.config, site, best);
  if (best.locale !== locale || best.slug !== slug || found.html === null) {
    return { kind: 'redirect', status: best.locale === locale ? 301 : 302, location: url };
  }
  if (play && found.entry.kind !== 'video') return { kind: 'redirect', status: 301, location: url };
  const { around, beside } = await context.find.around({ site: site.id, post: hasBeside(found), readAt });
  const model = postModel(context, site, found, { text: best, frame: around.frame, play, beside });
  const body = await context.draw(themeOf(context, site.theme), model);
  const { number, post } = found.entry;
  const tags = [`site:${site.id}`, ...(number === null ? [] : [`headline:${post}`])];
  const freshForMs = sooner(sooner(found.freshForMs, around.freshForMs), beside?.freshForMs ?? null);
  const readings = [{ tags, readAt }, around.reading];
  const frames = frameOrigin(model);
  const place = { site: site.id, locale: pageLocale(site, best.locale) };
  return { kind: 'page', body, type: HTML, readings, freshForMs, frames, place, versions: versionsOf(model) };
}

/**
 * The post beside which others stand: one of the site's own. The ministry's words stand alone, and their pages are made
 * for all sites at once: nothing beside them has to be read then, and nothing there puts them out of date.
 */
const hasBeside = ({ entry, official }: Found) =>
  official || entry.kind === 'page' ? undefined : entry.post;

/** An outdated translation is there for who asks for it, and never stands in for another language. */
const textsFor = ({ texts }: TimelineEntry, locale: string) =>
  texts.filter(({ mission, locale: own }) => !mission?.outdated || own === locale);

interface Drawn {
  text: EntryText;
  frame: Frame;
  play: boolean;
  /** Absent where nothing is to stand beside it. */
  beside?: Beside | undefined;
}

/** What the theme draws of a post. */
export function postModel(
  context: PublicContext,
  site: Site,
  found: Found,
  { text, frame, play, beside }: Drawn,
): PostPage {
  const { config } = context;
  const { entry } = found;
  const locale = pageLocale(site, text.locale);
  const home = found.official && !text.mission ? entry.origin : site;
  const href = linksFrom(config, site)(postUrl(config, site, text));
  const mission = missionPart(found, { site, locale, textLocale: text.locale });
  const translation = translationNote(config, found, text, { site, locale });
  const ways = beside && postWays(config, site, locale, beside);
  const part = kindPart(found, { site, locale, textLocale: text.locale, href, play });
  const shared = entry.cover
    ? { picture: entry.cover }
    : { image: cardImage(config, site, text), picture: frame.hero ?? frame.logo };
  return {
    kind: 'post',
    ...pageBase(context, site, {
      locale,
      title: translator(locale)('title.of', { title: text.title, name: siteName(site, locale) }),
      description: text.summary || beginningOf(plainText(found.html ?? ''), text.locale),
      canonical: postUrl(config, home, text),
      frame,
      noindex: play,
      share: { title: text.title, type: 'article', ...shared },
      alternates: found.official || play ? [] : alternates(context, site, entry),
      inLanguage: (lang) => {
        const other = entry.texts.find(({ locale: own }) => own === lang);
        return other && postUrl(config, site, other);
      },
    }),
    data: postData(config, site, found, text),
    entry: entryOf(config, site, locale, entry, text),
    body: seal(sealMark(entry, text, 'body'), found.html ?? ''),
    ...(part && { part }),
    ...(mission && { mission }),
    ...(translation && { translation }),
    ...(found.corrected && { corrected: correctionOf(found.corrected, locale, site) }),
    ...(found.credit && { credit: creditOf(config, site, found.credit, locale) }),
    tags: entry.tags.map((tag) => ({
      ...tagLabel(tag, locale, text.locale),
      href: linksFrom(config, site)(archiveUrl(config, site, locale, 'tag', tag)),
    })),
    passOn: shareLinks(config, site, locale, text),
    ...(ways && { ways }),
    translations: translations(context, site, entry, text.locale),
  };
}

function creditOf(config: PublicContext['config'], site: Site, { name, ...owed }: Credit, locale: string) {
  const words = bestWords(name, locale, site.locales);
  const href = linksFrom(config, site)(`${siteUrl(config, owed)}/`);
  return { name: words?.text ?? owed.slug, lang: words?.locale ?? 'und', href };
}

function correctionOf({ at, note }: NonNullable<Found['corrected']>, locale: string, site: Site) {
  return { at: stamp(at, locale, site.timezone), ...(note && { note }) };
}

/** Whom the page lets play in a frame: nobody, but for the page that was asked to. */
function frameOrigin({ part }: PostPage): string | undefined {
  return part?.kind === 'video' && part.frame ? new URL(part.frame).origin : undefined;
}

/** The language of a page around a text: the text's own where the site has it, else the nearest the site has. */
function pageLocale(site: Site, textLocale: string): string {
  const locales = site.locales.map((locale) => ({ locale }));
  return bestText(locales, textLocale, site.locales)?.locale ?? 'id';
}

function alternates(context: PublicContext, site: Site, entry: TimelineEntry) {
  if (entry.texts.length < 2) return [];
  const links = entry.texts.map((text) => ({ lang: text.locale, href: postUrl(context.config, site, text) }));
  const first = bestText(entry.texts, site.locales[0] ?? 'id', site.locales);
  return first ? [...links, { lang: 'x-default', href: postUrl(context.config, site, first) }] : links;
}

function translations(context: PublicContext, site: Site, entry: TimelineEntry, own: string): LanguageLink[] {
  return entry.texts
    .filter((text) => text.locale !== own)
    .map((text) => ({
      lang: text.locale,
      dir: directionOf(text.locale),
      label: endonym(text.locale),
      href: linksFrom(context.config, site)(postUrl(context.config, site, text)),
      current: false,
      exact: true,
    }));
}
