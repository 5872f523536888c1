import { moment, type PreparedText, prepareText, textInput } from '@warta/posts';
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
 * Renders all languages of a headline, outside of any transaction.
 * @throws {DomainError} `invalid` when a language comes twice or a body cannot be rendered.
 */
export function prepareTexts(input: Pick<HeadlineInput, 'translations'>): PreparedText[] {
  const seen = new Set<string>();
  return input.translations.map((text, index) => {
    if (seen.has(text.locale)) {
      throw invalid({ field: `translations.${index}.locale`, message: `${text.locale} comes twice` });
    }
    seen.add(text.locale);
    return prepareText(text, `translations.${index}.body`);
  });
}
