import { z } from 'zod';
import { someWords } from './fields.ts';

const MOST = 300;

const holiday = z.strictObject({
  date: z.iso.date('is not a date such as 2026-08-17'),
  name: someWords,
});
export type Holiday = z.output<typeof holiday>;

/** The days on which a mission keeps holiday hours, each named; kept by date. */
export const holidaysInput = z
  .array(holiday)
  .max(MOST)
  .superRefine((holidays, context) => {
    for (const [index, { date }] of holidays.entries()) {
      if (holidays.findIndex((other) => other.date === date) === index) continue;
      context.addIssue({
        code: 'custom',
        path: [index, 'date'],
        message: 'is in the list already',
        params: { why: 'repeated' },
      });
    }
  })
  .transform((holidays) => holidays.toSorted((a, b) => a.date.localeCompare(b.date)));
