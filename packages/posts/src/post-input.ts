import { z } from 'zod';
import { category } from './categories.ts';
import { POST_KINDS } from './kinds/details.ts';
import { moment, textInput } from './text-input.ts';

/** A local post as it is published in one language. `translationOf` is the id of a post of the same site. */
export const postInput = textInput.extend({
  publishAt: moment.optional(),
  category: category.optional(),
  tags: z
    .array(z.string().trim().min(1).max(60))
    .max(20)
    .transform((tags) => [...new Set(tags)])
    .optional(),
  kind: z
    .enum(POST_KINDS, `is not one of ${POST_KINDS.join(', ')}`)
    .optional()
    .describe('article by default'),
  details: z
    .record(z.string(), z.unknown())
    .optional()
    .describe(
      'what the kind needs: start, end, place of an event; until of an opportunity; pictures of a gallery',
    ),
  translationOf: z.uuid('is not the id of a post').optional(),
});
export type PostInput = z.output<typeof postInput>;
