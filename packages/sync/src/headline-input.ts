import type { Db } from '@warta/database';
import { momentAt } from '@warta/languages';
import { moment, type PreparedText, prepareTextFor, textInput } from '@warta/posts';
import { invalid } from '@warta/problems';
import { z } from 'zod';
import { audienceRule } from './audience-rule.ts';

export const OBLIGATIONS = ['mandatory', 'recommended', 'optional'] as const;
export type Obligation = (typeof OBLIGATIONS)[number];

const LOCAL_TIME = '2026-11-26T08:00';

const MOST_OFFICE_HOURS = 400;

/** How a headline is sent: to whom, when, and what is asked of the missions. */
export const sendingInput = z.strictObject({
  audience: audienceRule,
  obligation: z.enum(OBLIGATIONS).default('recommended'),
  pinnedUntil: moment.optional(),
  /** One moment everywhere; before it nothing of the headline is to be had. */
  publishAt: moment.optional(),
  /** A time on each mission's own clock: a staggered display and no embargo. */
  waveAt: z
    .string()
    .refine((local) => momentAt(local, 'UTC') !== undefined && local.length === LOCAL_TIME.length, {
      error: `is not a time without a zone, such as ${LOCAL_TIME}: it is meant on each mission's own clock`,
      params: { why: 'time.local' },
    })
    .optional(),
  /** Missions that come to the audience after this do not get it; those that have it keep it. */
  standsUntil: moment.optional(),
  /** Within how many office hours each mission is to acknowledge this version; nobody asks without it. */
  acknowledgeWithin: z.int().min(1).max(MOST_OFFICE_HOURS).optional(),
  /** For missions alone: what to say and what not. */
  internalNote: z.string().trim().min(1).max(5000).optional(),
  /** The slug of the mission it is owed to, whom readers see named. */
  credit: z.string().max(40).optional(),
});
export type SendingInput = z.output<typeof sendingInput>;

/** A headline as it comes in: the whole of it, for a correction as for a publication. */
export const headlineInput = sendingInput.extend({
  translations: z.array(textInput).min(1, 'needs at least one language').max(60),
  category: z
    .string()
    .regex(/^[a-z][a-z-]{1,39}$/, 'is not a category such as culture or consular-service')
    .optional(),
  tags: z.array(z.string().trim().min(1).max(60)).max(20).optional(),
});
export type HeadlineInput = z.output<typeof headlineInput>;

/**
 * The whole of a headline again. What is left out of it is as in a new one, but for what sorts it and how long it
 * stands: obligation, category, tags, `standsUntil` and `waveAt` stay as they are.
 */
const changed = {
  obligation: z.enum(OBLIGATIONS).optional(),
  /** What changed, in words, where it matters to readers: they are shown it with its date. */
  note: z.string().trim().min(1).max(600).optional(),
};
export const correctionInput = headlineInput.extend(changed);
/** How a correction is sent, without its words. */
export const resendingInput = sendingInput.extend(changed);
export type ResendingInput = z.output<typeof resendingInput>;
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
