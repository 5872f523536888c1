import { canonicalLocale } from '@warta/languages';
import { z } from 'zod';

const NOT_A_TAG = 'is not a language tag (BCP 47), such as id or zh-Hans';
const locale = z
  .string()
  .refine((tag) => canonicalLocale(tag) !== undefined, NOT_A_TAG)
  .transform((tag) => canonicalLocale(tag) ?? tag);
/** One text for each language; an empty one takes the language away. */
const words = z
  .record(locale, z.string().trim().max(1000, 'has more than 1,000 characters'))
  .transform((all) => Object.fromEntries(Object.entries(all).filter(([, text]) => text !== '')));
const line = z.string().trim().max(200, 'has more than 200 characters');
const share = z.number().min(0, 'is less than 0').max(1, 'is more than 1');

/** What can be said of a picture or document; what is not given stays. */
export const mediaChange = z.strictObject({
  /** What the picture shows, for those who cannot see it. */
  alt: words.optional(),
  caption: words.optional(),
  credit: line.optional(),
  licence: line.optional(),
  /** The point that stays in view however the picture is cropped, as shares of its width and height. */
  focus: z.strictObject({ x: share, y: share }).optional(),
  title: line.optional(),
  language: locale.optional(),
  shared: z.boolean().optional(),
});
export type MediaChange = z.output<typeof mediaChange>;
