import { z } from 'zod';
import { textInput } from '../text-input.ts';

const { locale } = textInput.shape;

/** What readers are told in place of a post, by language; a neutral sentence where it is left out. */
export const withdrawalInput = z.strictObject({
  notice: z
    .record(locale, z.string().trim().min(1, 'is empty').max(1000, 'has more than 1,000 characters'))
    .optional(),
});
