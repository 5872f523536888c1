import type { Db } from '@warta/database';
import { moment, type PreparedText, prepareTextFor, textInput } from '@warta/posts';
import { invalid } from '@warta/problems';
import { z } from 'zod';
import { audienceRule } from './audience-rule.ts';

export const OBLIGATIONS = ['mandatory', 'recommended', 'optional'] as const;
export type Obligation = (typeof OBLIGATIONS)[number];

/** A headline as it comes in: the whole of it, for a correction as for a publication. */
export const headlineInput = z.strictObject({
  translations: z.array(textInput).min(1, 'needs at least one language').max(60),
  audience: audienceRule,
  obligation: z.enum(OBLIGATIONS).default('recommended'),
  pinnedUntil: moment.optional(),
  publishAt: moment.optional(),
  category: z
    .string()
    .regex(/^[a-z][a-z-]{1,39}$/, 'is not a category such as culture or consular-service')
    .optional(),
  tags: z.array(z.string().trim().min(1).max(60)).max(20).optional(),
});
export type HeadlineInput = z.output<typeof headlineInput>;

/**
 * The whole of a headline again. What is left out of it is as in a new one, but for what sorts it: obligation,
 * category and tags stay as they are.
 */
export const correctionInput = headlineInput.extend({
  obligation: z.enum(OBLIGATIONS).optional(),
  /** What changed, in words; shown to readers. */
  note: z.string().trim().min(1).max(600).optional(),
});
export type CorrectionInput = z.output<typeof correctionInput>;

export const recallInput = z.strictObject({
  /** Why; for the ministry only, never shown to readers. */
  reason: z.string().trim().min(1, 'say why; readers do not see it').max(2000),
  /** What readers are told in its place; a neutral sentence where it is left out. */
  notice: z
    .union([z.string().trim().min(1).max(600), z.record(z.string(), z.string().trim().min(1).max(600))])
    .optional(),
});
export type RecallInput = z.output<typeof recallInput>;

/**
 * Renders all languages of a headline with the pictures of its origin's library, outside of any transaction.
 * @throws {DomainError} `invalid` when a language comes twice or a body cannot be rendered.
 */
export async function prepareTexts(
  db: Db,
  origin: string,
  input: Pick<HeadlineInput, 'translations'>,
): Promise<PreparedText[]> {
  refuseTwice(input.translations.map(({ locale }) => locale));
  const prepared = input.translations.map((text, index) =>
    prepareTextFor(db, origin, text, `translations.${index}.body`),
  );
  return Promise.all(prepared);
}

function refuseTwice(locales: readonly string[]): void {
  const index = locales.findIndex((locale, i) => locales.indexOf(locale) < i);
  if (index === -1) return;
  throw invalid({ field: `translations.${index}.locale`, message: `${locales[index]} comes twice` });
}
