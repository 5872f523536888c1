import type { Db } from '@warta/database';
import { findSitesById, MINISTRY_SLUG, type Site } from '@warta/sites';
import { type ChangedFeeds, findChangedFeeds } from '@warta/timeline';
import type { Config } from '../config.ts';
import { hasCategory } from '../public/feeds/answer-feed.ts';
import { FEED_FORMS, siteFeedUrl, wideFeedUrl } from '../public/feeds/feed-address.ts';

/** The addresses of all feeds that these changes may have touched, the widest first. */
export async function changedFeedUrls(
  db: Db,
  config: Config,
  changes: readonly { tags: readonly string[] }[],
): Promise<string[]> {
  const found = await findChangedFeeds(db, changes);
  const sites = await findSitesById(
    db,
    found.sites.map(({ site }) => site),
  );
  const categories = new Map(found.sites.map((each) => [each.site, each.categories]));
  return [
    ...wideUrls(config, found, sites),
    ...sites.flatMap((site) => siteUrls(config, site, categories.get(site.id) ?? [])),
  ];
}

function wideUrls(config: Config, { origins }: ChangedFeeds, sites: readonly Site[]): string[] {
  const ofMinistry = sites.some(({ id, slug }) => slug === MINISTRY_SLUG && origins.includes(id));
  const wide = [
    ...(ofMinistry ? (['headlines'] as const) : []),
    ...(sites.length > 0 ? (['network'] as const) : []),
  ];
  return wide.flatMap((of) =>
    (['id', 'en'] as const).flatMap((locale) =>
      FEED_FORMS.map((form) => wideFeedUrl(config, { of, locale, form })),
    ),
  );
}

function siteUrls(config: Config, site: Site, categories: readonly string[]): string[] {
  const parts = [undefined, ...categories.filter((category) => hasCategory(site, category))];
  return site.locales.flatMap((locale) =>
    parts.flatMap((category) =>
      FEED_FORMS.map((form) => siteFeedUrl(config, site, { locale, form, ...(category && { category }) })),
    ),
  );
}
