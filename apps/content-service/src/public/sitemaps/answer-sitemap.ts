import { bestText } from '@warta/languages';
import { PRACTICE, type Site } from '@warta/sites';
import { findSitemap, type SitemapPost } from '@warta/timeline';
import type { Config } from '../../config.ts';
import type { Answer } from '../../pages/answer.ts';
import { PORTAL_LOCALES } from '../address.ts';
import type { PublicContext } from '../context.ts';
import { listTags, type SiteFound } from '../finders.ts';
import { contactUrl, helpUrl, homeUrl, isMinistry, missionsUrl, portalUrl, postUrl } from '../links.ts';
import { type SitemapEntry, writeSitemap, XML } from './write-sitemap.ts';

/**
 * The pages of a site that are its own and nobody else's: what the ministry sent it is in the ministry's sitemap.
 * Undefined beyond the last page, and for the practice site, which nobody is to find.
 */
export async function answerSitemap(
  { config, database }: PublicContext,
  { site, readAt }: SiteFound,
  page: number,
): Promise<Answer | undefined> {
  if (site.kind === PRACTICE) return undefined;
  const found = await findSitemap(database.db, site.id, page);
  if (page > 1 && found.posts.length === 0) return undefined;
  const entries = [
    ...(page > 1 ? [] : standingPages(config, site)),
    ...found.posts.flatMap((post) => textsOf(config, site, post)),
  ];
  return {
    kind: 'page',
    body: await writeSitemap(entries),
    type: XML,
    readings: [{ tags: listTags(site.id, found.audiences), readAt }],
    freshForMs: found.freshForMs,
  };
}

/** What is there whatever was published. */
function standingPages(config: Config, site: Site): SitemapEntry[] {
  const pages = [
    (lang: string) => homeUrl(config, site, lang),
    (lang: string) => contactUrl(config, site, lang),
  ];
  const portal = [portalUrl, missionsUrl, helpUrl].flatMap((url) =>
    inLanguages(PORTAL_LOCALES, (lang) => url(config, lang), 'id'),
  );
  const own = pages.flatMap((url) => inLanguages(site.locales, url, site.locales[0]));
  return isMinistry(site) ? [...portal, ...own] : own;
}

/** The texts of a post, each with its alternates. */
function textsOf(config: Config, site: Site, { publishAt, texts }: SitemapPost): SitemapEntry[] {
  const byLocale = new Map(texts.map((text) => [text.locale, text]));
  const first = bestText(texts, site.locales[0] ?? 'id', site.locales)?.locale;
  const url = (lang: string) => postUrl(config, site, byLocale.get(lang) ?? { locale: lang, slug: '' });
  return inLanguages([...byLocale.keys()], url, first).map((entry, index) => ({
    ...entry,
    lastmod: new Date(Math.max(Date.parse(texts[index]?.savedAt ?? ''), Date.parse(publishAt))).toISOString(),
  }));
}

/** A page in its languages; with more than one, each names all of them, and which to take for any other. */
function inLanguages<L extends string>(
  locales: readonly L[],
  url: (locale: L) => string,
  first: L | undefined,
): SitemapEntry[] {
  const links = locales.map((lang) => ({ lang: lang as string, url: url(lang) }));
  if (links.length < 2) return links.map((link) => ({ url: link.url }));
  const all = first === undefined ? links : [...links, { lang: 'x-default', url: url(first) }];
  return links.map((link) => ({ url: link.url, links: all }));
}
