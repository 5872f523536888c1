import { bestText, directionOf, endonym, translator } from '@warta/languages';
import { type LanguageLink, seal } from '@warta/rendering';
import { type Site, siteName } from '@warta/sites';
import type { PostFound, TimelineEntry } from '@warta/timeline';
import type { Answer } from '../pages/answer.ts';
import { type PublicContext, themeOf } from './context.ts';
import { entryOf, stamp } from './entries.ts';
import { HTML } from './home.ts';
import { linksFrom, postUrl } from './links.ts';
import { answerGone } from './notice.ts';
import { pageBase } from './page-base.ts';

type Found = Extract<PostFound, { kind: 'post' }>;

/**
 * A local post or headline at its address; undefined where there is none. Another slug or language of it
 * leads to the right address, a hidden headline to the ministry's, a recalled one to a notice.
 */
export async function answerPost(
  context: PublicContext,
  { site, readAt }: { site: Site; readAt: number },
  locale: string,
  slug: string,
): Promise<Answer | undefined> {
  const found = await context.find.post({ site: site.id, locale, slug });
  if (!found) return undefined;
  if (found.kind === 'gone') return answerGone(context, site, locale, found.notice);
  const best = bestText(found.entry.texts, locale, site.locales);
  if (!best) return undefined;
  if (found.kind === 'elsewhere') {
    return { kind: 'redirect', status: 302, location: postUrl(context.config, found.entry.origin, best) };
  }
  if (best.locale !== locale || best.slug !== slug || found.html === null) {
    const status = best.locale === locale ? 301 : 302;
    return { kind: 'redirect', status, location: postUrl(context.config, site, best) };
  }
  const body = await drawPost(context, site, found, best.locale);
  const { number, post } = found.entry;
  const tags = [`site:${site.id}`, ...(number === null ? [] : [`headline:${post}`])];
  return { kind: 'page', body, type: HTML, readings: [{ tags, readAt }], freshForMs: found.freshForMs };
}

function drawPost(context: PublicContext, site: Site, found: Found, textLocale: string): Promise<string> {
  const { config } = context;
  const { entry } = found;
  const locale = pageLocale(site, textLocale);
  const text = bestText(entry.texts, textLocale, site.locales);
  if (!text) throw new Error('a post without a text is not drawn');
  const home = found.official ? entry.origin : site;
  const inLocale = (lang: string) => entry.texts.find((other) => other.locale === lang);
  return context.draw(themeOf(context, site.theme), {
    kind: 'post',
    ...pageBase(context, site, {
      locale,
      title: translator(locale)('title.of', { title: text.title, name: siteName(site, locale) }),
      description: text.summary,
      canonical: postUrl(config, home, text),
      alternates: found.official ? [] : alternates(context, site, entry),
      inLanguage: (lang) => {
        const other = inLocale(lang);
        return other && postUrl(config, site, other);
      },
    }),
    entry: entryOf(config, site, locale, entry, text),
    body: sealedBody(entry, found.html ?? ''),
    ...(found.corrected && {
      corrected: {
        at: stamp(found.corrected.at, locale, site.timezone),
        ...(found.corrected.note && { note: found.corrected.note }),
      },
    }),
    tags: entry.tags,
    translations: translations(context, site, entry, textLocale),
  });
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
