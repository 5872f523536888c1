import { invalid } from '@warta/problems';
import type { Site } from '@warta/sites';
import { z } from 'zod';

/** What posts are sorted by on the whole network; each has a name in every catalogue (`category.…`). */
export const CATEGORIES = [
  ...['announcement', 'bilateral', 'community', 'consular-alert', 'consular-service', 'culture', 'diaspora'],
  ...['diplomacy', 'economy', 'education', 'election', 'event', 'multilateral', 'protection', 'services'],
  ...['sport', 'tourism', 'trade'],
] as const;

/** Tags that the whole network shares; each has a name in every catalogue (`tag.…`). All others are free words. */
export const NETWORK_TAGS = [
  ...['passport', 'visa', 'civil-registry', 'migrant-workers', 'students', 'scholarship', 'investment'],
  ...['cuisine', 'batik', 'film', 'music', 'language-course', 'independence-day'],
] as const;

const known: ReadonlySet<string> = new Set(CATEGORIES);

/** A category of the network, or one of a site's own; which those are, only the site says. */
export const category = z.string().max(40, 'has more than 40 characters');

/**
 * Makes sure that a site sorts posts by this.
 * @throws {DomainError} `invalid`, naming `category`
 */
export function refuseOtherCategory(
  { categories }: Pick<Site, 'categories'>,
  category: string | null | undefined,
): void {
  if (category == null || known.has(category) || categories.some(({ key }) => key === category)) return;
  const all = [...CATEGORIES, ...categories.map(({ key }) => key)];
  throw invalid({ field: 'category', message: `is not one of ${all.join(', ')}`, why: 'choose' });
}
