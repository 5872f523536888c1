import { translator } from '@warta/languages';
import { CATEGORIES } from '@warta/posts';
import { type Site, siteName } from '@warta/sites';
import { findFeed } from '@warta/timeline';
import type { Answer } from '../../pages/answer.ts';
import type { PublicContext } from '../context.ts';
import { categoryName } from '../entries.ts';
import { listTags, type SiteFound } from '../finders.ts';
import { homeUrl } from '../links.ts';
import { type SiteFeedAddress, siteFeedUrl } from './feed-address.ts';
import { makeFeed } from './make-feed.ts';

/**
 * What a site publishes and what the ministry sent it, newest first, pins ignored, with whole texts; undefined for a
 * language or category that the site does not have.
 */
export async function answerFeed(
  context: PublicContext,
  { site, readAt }: SiteFound,
  asked: SiteFeedAddress,
): Promise<Answer | undefined> {
  const { locale = site.locales[0] ?? 'id', category, form } = asked;
  if (!site.locales.includes(locale) || (category && !hasCategory(site, category))) return undefined;
  const self = siteFeedUrl(context.config, site, { ...asked, locale });
  if (asked.locale === site.locales[0] && !category) {
    return { kind: 'redirect', status: 301, location: self };
  }
  const found = await findFeed(context.database.db, site.id, category);
  const name = siteName(site, locale);
  const t = translator(locale);
  const title = t('feed.title', { name });
  const made = await makeFeed(context, found, {
    site,
    locale,
    form,
    standsOn: () => site,
    wordsOf: site.id,
    head: {
      title: category ? t('title.of', { title: categoryName(site, category, locale), name: title }) : title,
      self,
      home: homeUrl(context.config, site, locale),
      author: name,
    },
  });
  const tags = listTags(site.id, found.audiences);
  return { kind: 'page', ...made, readings: [{ tags, readAt }], freshForMs: found.freshForMs };
}

/** Whether a site has a feed of this category. */
export function hasCategory(site: Site, category: string): boolean {
  return (
    (CATEGORIES as readonly string[]).includes(category) ||
    site.categories.some(({ key }) => key === category)
  );
}
