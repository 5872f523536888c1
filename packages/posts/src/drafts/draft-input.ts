import { createHash } from 'node:crypto';
import { z } from 'zod';
import { category } from '../categories.ts';
import { POST_KINDS } from '../kinds/details.ts';
import { instant } from '../kinds/fields.ts';
import { textInput } from '../text-input.ts';

const LONGEST_DETAILS = 50_000;

/**
 * What is typed at the desk, complete or not: only publishing asks for a title, a text, and what its kind needs.
 * `details` are those of the kind, as far as they go.
 */
export const draftInput = z.strictObject({
  locale: textInput.shape.locale,
  kind: z.enum(POST_KINDS, `is not one of ${POST_KINDS.join(', ')}`).default('article'),
  title: z.string().trim().max(200, 'has more than 200 characters').default(''),
  summary: z.string().trim().max(600, 'has more than 600 characters').default(''),
  body: z
    .string()
    .max(100_000, 'has more than 100,000 characters')
    .transform((body) => body.replaceAll('\r\n', '\n'))
    .default(''),
  slug: textInput.shape.slug.nullable().default(null),
  category: category.nullable().default(null),
  tags: z
    .array(z.string().trim().min(1).max(60))
    .max(20, 'has more than 20 tags')
    .transform((tags) => [...new Set(tags)])
    .default([]),
  cover: z.uuid('is not the id of a picture').nullable().default(null),
  date: instant
    .nullable()
    .default(null)
    .describe('a moment that has passed, to be shown and sorted by; without it the moment of publishing'),
  details: z
    .record(z.string(), z.unknown())
    .refine((details) => JSON.stringify(details).length <= LONGEST_DETAILS, 'is too long')
    .default({}),
});
export type DraftInput = z.output<typeof draftInput>;

/** What all languages of a post share, as a revision keeps it. */
export type SharedParts = Pick<DraftInput, 'kind' | 'category' | 'tags' | 'cover' | 'date' | 'details'>;

/** Without a date there is none to keep, so that a state saved before posts had dates is the same still. */
export const sharedParts = ({ kind, category, tags, cover, date, details }: SharedParts) => ({
  ...{ kind, category, tags, cover, details },
  ...(date !== null && { date }),
});

/** The same for the same content, so that saving twice is saving once. */
export function contentHash(input: DraftInput): string {
  const { title, summary, body, slug } = input;
  return createHash('sha256')
    .update(JSON.stringify([title, summary, body, slug, canonical(sharedParts(input))]))
    .digest('base64url');
}

/** The database gives keys of JSON back in an order of its own. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => [key, canonical(each)]);
}
