import { bestText, directionOf, endonym, translator } from '@warta/languages';
import { type LanguageLink, type PostPage, seal } from '@warta/rendering';
import { type Site, siteName } from '@warta/sites';
import { type EntryText, type Frame, type PostFound, sooner, type TimelineEntry } from '@warta/timeline';
import type { Answer } from '../pages/answer.ts';
import { type PublicContext, themeOf } from './context.ts';
import { entryOf, stamp, tagLabel } from './entries.ts';
import type { SiteFound } from './finders.ts';
import { HTML } from './home.ts';
import { kindPart } from './kind-part.ts';
import { linksFrom, postUrl } from './links.ts';
import { answerGone } from './notice.ts';
import { pageBase } from './page-base.ts';

type Found = Extract<PostFound, { kind: 'post' }>;

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
  const best = bestText(found.entry.texts, locale, site.locales);
  if (!best) return undefined;
  if (found.kind === 'elsewhere') {
    return { kind: 'redirect', status: 302, location: postUrl(context.config, found.entry.origin, best) };
  }
  const url = postUrl(context.config, site, best);
  if (best.locale !== locale || best.slug !== slug || found.html === null) {
    return { kind: 'redirect', status: best.locale === locale ? 301 : 302, location: url };
  }
  if (play && found.entry.kind !== 'video') return { kind: 'redirect', status: 301, location: url };
  const around = await context.find.frame({ site: site.id, readAt });
  const model = postModel(context, site, found, { text: best, frame: around.frame, play });
  const body = await context.draw(themeOf(context, site.theme), model);
  const { number, post } = found.entry;
  const tags = [`site:${site.id}`, ...(number === null ? [] : [`headline:${post}`])];
  const freshForMs = sooner(found.freshForMs, around.freshForMs);
  const readings = [{ tags, readAt }, around.reading];
  const frames = frameOrigin(model);
  return { kind: 'page', body, type: HTML, readings, freshForMs, frames };
}

interface Drawn {
  text: EntryText;
  frame: Frame;
  play: boolean;
}

/** What the theme draws of a post. */
export function postModel(
  context: PublicContext,
  site: Site,
  found: Found,
  { text, frame, play }: Drawn,
): PostPage {
  const { config } = context;
  const { entry } = found;
  const locale = pageLocale(site, text.locale);
  const home = found.official ? entry.origin : site;
  const href = linksFrom(config, site)(postUrl(config, site, text));
  const part = kindPart(found, { site, locale, textLocale: text.locale, href, play });
  return {
    kind: 'post',
    ...pageBase(context, site, {
      locale,
      title: translator(locale)('title.of', { title: text.title, name: siteName(site, locale) }),
      description: text.summary,
      canonical: postUrl(config, home, text),
      frame,
      noindex: play,
      alternates: found.official || play ? [] : alternates(context, site, entry),
      inLanguage: (lang) => {
        const other = entry.texts.find(({ locale: own }) => own === lang);
        return other && postUrl(config, site, other);
      },
    }),
    entry: entryOf(config, site, locale, entry, text),
    body: sealedBody(entry, found.html ?? ''),
    ...(part && { part }),
    ...(found.corrected && { corrected: correctionOf(found.corrected, locale, site) }),
    tags: entry.tags.map((tag) => tagLabel(tag, locale, text.locale)),
    translations: translations(context, site, entry, text.locale),
  };
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

function sealedBody({ number, version }: TimelineEntry, html: string): string {
  const mark = number !== null && version !== null ? { number, version, part: 'body' as const } : undefined;
  return seal(mark, html);
}
