import { z } from 'zod';
import { moment, textInput } from './text-input.ts';

/** A local post as it is published in one language. `translationOf` is the id of a post of the same site. */
export const postInput = textInput.extend({
  publishAt: moment.optional(),
  category: z
    .string()
    .regex(/^[a-z][a-z-]{1,39}$/, 'is not a category such as culture or consular-service')
    .optional(),
  tags: z
    .array(z.string().trim().min(1).max(60))
    .max(20)
    .transform((tags) => [...new Set(tags)])
    .optional(),
  translationOf: z.uuid('is not the id of a post').optional(),
});
export type PostInput = z.output<typeof postInput>;
