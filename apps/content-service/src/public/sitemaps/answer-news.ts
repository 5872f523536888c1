import { baseLanguage } from '@warta/languages';
import { type Site, siteName } from '@warta/sites';
import { findNews, type NewsText } from '@warta/timeline';
import type { Config } from '../../config.ts';
import type { Answer } from '../../pages/answer.ts';
import type { PublicContext } from '../context.ts';
import type { SiteFound } from '../finders.ts';
import { portalUrl, postUrl, siteUrl } from '../links.ts';
import { type SitemapEntry, writeSitemap, XML } from './write-sitemap.ts';

/**
 * What was published within two days, for search engines that keep news (`sitemap-news/0.9`): on the ministry's host of
 * all sites there, on a host of its own of that site.
 */
export async function answerNews(
  { config, database }: PublicContext,
  { site, readAt }: SiteFound,
): Promise<Answer> {
  const { texts, sites, freshForMs } = await findNews(database.db, site.host ? site.id : undefined);
  const tags = ['directory', ...sites.map((id) => `site:${id}`)];
  const news = texts.map((text) => newsOf(config, text));
  const body = await writeSitemap(news.length > 0 ? news : [{ url: frontOf(config, site) }], true);
  return { kind: 'page', body, type: XML, readings: [{ tags, readAt }], freshForMs };
}

/** What a sitemap without news names, since the protocol wants an address in each: a page like any other. */
const frontOf = (config: Config, site: Site) =>
  site.host ? `${siteUrl(config, site)}/` : portalUrl(config, 'id');

function newsOf(config: Config, { site, locale, slug, title, publishAt }: NewsText): SitemapEntry {
  return {
    url: postUrl(config, site, { locale, slug }),
    news: {
      publication: { name: siteName(site, locale), language: newsLanguage(locale) },
      publication_date: new Date(publishAt).toISOString(),
      title,
    },
  };
}

/** The tags that the protocol knows: a language, or one of two forms of Chinese. */
function newsLanguage(locale: string): string {
  const base = baseLanguage(locale);
  if (base !== 'zh') return base;
  return /-(Hant|TW|HK|MO)\b/.test(locale) ? 'zh-tw' : 'zh-cn';
}
