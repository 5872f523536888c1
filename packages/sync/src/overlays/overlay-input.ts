import { moment, textInput } from '@warta/posts';
import { PURPOSES } from '@warta/sites';
import { z } from 'zod';

const LONGEST = 10_000;
const words = z
  .string()
  .max(LONGEST, 'has more than 10,000 characters')
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .default('');

/** What a mission says in one language beside a headline; all of it empty takes the language out. */
export const overlayText = z.strictObject({
  locale: textInput.shape.locale,
  intro: words.describe('Markdown, above the official text'),
  note: words.describe('Markdown, below the official text'),
  translation: textInput
    .pick({ title: true, summary: true, body: true })
    .nullable()
    .default(null)
    .describe('into a language that the ministry has not provided'),
  madeFor: z
    .int()
    .min(1)
    .optional()
    .describe('the version of the headline it was written for; the one that stands where it is left out'),
});
export type OverlayText = z.output<typeof overlayText>;

/** What a mission decides about a headline and adds to it on its own site; what is left out stays as it is. */
export const overlayInput = z
  .strictObject({
    taken: z.boolean().optional().describe('an optional headline shows once it is taken'),
    hidden: z.boolean().optional().describe('a recommended headline can be hidden'),
    cover: z.uuid('is not the id of a picture').nullable().optional().describe('a picture of its own'),
    pinnedUntil: moment.nullable().optional(),
    contact: z
      .enum(PURPOSES)
      .nullable()
      .optional()
      .describe('those of the mission’s contacts that stand below the text'),
    texts: z.array(overlayText).max(60).optional().describe('languages that are not named stay as they are'),
  })
  .refine((overlay) => Object.values(overlay).some((value) => value !== undefined), 'says nothing to change');
export type OverlayInput = z.output<typeof overlayInput>;
