import { PRACTICE } from '@warta/sites';
import { listSitemaps } from '@warta/timeline';
import type { Answer } from '../../pages/answer.ts';
import type { PublicContext } from '../context.ts';
import type { SiteFound } from '../finders.ts';
import { pageUrl } from '../home.ts';
import { siteUrl } from '../links.ts';
import { writeSitemapIndex, XML } from './write-sitemap.ts';

/** A site grows beyond a page of its sitemap once in years. */
const FRESH_FOR_MS = 60 * 60 * 1000;

/** The sitemaps of all sites, those on hosts of their own among them. */
export async function answerSitemapIndex(
  { config, database }: PublicContext,
  { readAt }: SiteFound,
): Promise<Answer> {
  const sites = await listSitemaps(database.db, PRACTICE);
  const urls = sites.flatMap(({ pages, ...site }) =>
    Array.from({ length: pages }, (_, index) => pageUrl(`${siteUrl(config, site)}/sitemap.xml`, index + 1)),
  );
  return {
    kind: 'page',
    body: await writeSitemapIndex(urls),
    type: XML,
    readings: [{ tags: ['directory'], readAt }],
    freshForMs: FRESH_FOR_MS,
  };
}
