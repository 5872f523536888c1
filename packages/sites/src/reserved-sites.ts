import type { Db } from '@warta/database';

/** First words of addresses that are not sites, now or by design: no site takes one. */
const RESERVED_SITES = [
  ...(['missions', 'search', 'help', 'media', 'desk', 'health', 'metrics', 'assets', 'alerts'] as const),
  ...(['robots', 'favicon', 'theme', 'themes', 'login', 'admin', 'feed', 'category', 'archive'] as const),
  ...(['sitemap', 'headlines', 'network', 'events'] as const),
];
export type ReservedSite = (typeof RESERVED_SITES)[number];
const RESERVED: ReadonlySet<string> = new Set(RESERVED_SITES);

export const isReservedSite = (slug: string): boolean => RESERVED.has(slug);

/**
 * Sites by slug that were opened before their word was reserved: nobody reads them but at a host of their own. Rules
 * and readers name sites by their slugs, so that these are told and not renamed.
 */
export async function findHiddenSites(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('site')
    .select('slug')
    .where('slug', 'in', RESERVED_SITES)
    .where('host', 'is', null)
    .orderBy('slug')
    .execute();
  return rows.map(({ slug }) => slug);
}
