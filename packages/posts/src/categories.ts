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

/** A category of the network. */
export const category = z
  .string()
  .refine((value) => known.has(value), `is not one of ${CATEGORIES.join(', ')}`);
