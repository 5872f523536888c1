import { z } from 'zod';
import { wordsOf } from './fields.ts';

/** Where a page stands in the site's menu: low numbers first, under a short label or else its title. */
export const pageDetails = z.strictObject({
  order: z.int().min(0, 'is below 0').max(999, 'is above 999').default(100),
  label: wordsOf(30).optional(),
});
