import { canonicalLocale } from '@warta/languages';
import { z } from 'zod';

/** A moment kept as it was given, with its offset; one without is refused, since nobody can know what it means. */
export const instant = z.iso.datetime({
  offset: true,
  error: 'needs a moment with an offset, such as 2026-11-21T08:00:00+07:00',
});

/** A web address that a page may lead to. */
export const webAddress = z.url({ protocol: /^https?$/, error: 'is not a web address (https://…)' }).max(600);

/** A picture of the library, by its id. */
export const picture = z.uuid('is not the id of a picture').transform((id) => id.toLowerCase());

const tag = z
  .string()
  .refine((value) => canonicalLocale(value) !== undefined, 'is not a language tag (BCP 47)')
  .transform((value) => canonicalLocale(value) ?? value);

/** Short words in one or more languages, by tag. */
export const wordsOf = (most: number) =>
  z.record(tag, z.string().trim().min(1, 'is empty').max(most, `has more than ${most} characters`));
