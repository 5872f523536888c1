import { canonicalLocale } from '@warta/languages';
import { z } from 'zod';

/** A language tag, made canonical. */
export const locale = z
  .string()
  .refine(
    (tag) => canonicalLocale(tag) !== undefined,
    'is not a language tag (BCP 47), such as id or zh-Hans',
  )
  .transform((tag) => canonicalLocale(tag) ?? tag);

/** Words in several languages, each of at most so many characters; there may be none. */
export const wordsUpTo = (most: number) => z.record(locale, z.string().trim().min(1).max(most));

/** The same for names and short remarks. */
export const words = wordsUpTo(300);

/** Words in at least one language. */
export const someWords = words.refine((value) => Object.keys(value).length > 0, {
  error: 'needs words in at least one language',
  params: { why: 'missing' },
});
