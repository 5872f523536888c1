import { z } from 'zod';
import { someWords } from './fields.ts';

/** What a category is called in data and feeds; it stays when its name is changed. */
const key = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not lower-case letters and digits joined by hyphens');

/** What a site sorts its posts by besides the categories of the network, in the order in which forms show it. */
export const ownCategories = z
  .array(z.strictObject({ key, label: someWords }))
  .max(20)
  .superRefine((all, context) => {
    for (const [index, { key }] of all.entries()) {
      if (all.findIndex((other) => other.key === key) === index) continue;
      const params = { why: 'repeated' };
      context.addIssue({ code: 'custom', path: [index, 'key'], message: 'is in the list already', params });
    }
  });

export type OwnCategory = z.output<typeof ownCategories>[number];
