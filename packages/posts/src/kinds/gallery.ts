import { z } from 'zod';
import { picture, wordsOf } from './fields.ts';

const MOST_PICTURES = 60;

/** Pictures in their order, each with what is to be said of it by language. */
export const galleryDetails = z.strictObject({
  pictures: z
    .array(z.strictObject({ media: picture, caption: wordsOf(400).optional() }))
    .min(1, 'has no picture')
    .max(MOST_PICTURES, `has more than ${MOST_PICTURES} pictures`)
    .refine((all) => new Set(all.map(({ media }) => media)).size === all.length, 'has a picture twice'),
});
