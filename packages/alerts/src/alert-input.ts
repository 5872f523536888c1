import { canonicalLocale } from '@warta/languages';
import { z } from 'zod';
import { CATEGORIES, CERTAINTIES, SEVERITIES, URGENCIES } from './alert-content.ts';

const locale = z
  .string()
  .refine(
    (tag) => canonicalLocale(tag) !== undefined,
    'is not a language tag (BCP 47), such as id or zh-Hans',
  )
  .transform((tag) => canonicalLocale(tag) ?? tag);

const heading = z.string().trim().min(1, 'is empty').max(120, 'has more than 120 characters');
const paragraphs = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(most, `has more than ${most} characters`));

const writtenText = z.strictObject({
  locale,
  heading,
  body: paragraphs(2000),
  /** What to do; the template's where it is left out. */
  instruction: paragraphs(1000).optional(),
});

const texts = z
  .array(writtenText)
  .min(1, 'needs at least one language')
  .max(60)
  .superRefine((list, context) => {
    for (const [index, text] of list.entries()) {
      if (list.findIndex((other) => other.locale === text.locale) === index) continue;
      context.addIssue({ code: 'custom', path: [index, 'locale'], message: `${text.locale} comes twice` });
    }
  });

const country = z.string().regex(/^[A-Z]{2}$/, 'is not an ISO 3166-1 code of two capital letters');
const some = (item: z.ZodType<string, string>) =>
  z
    .array(item)
    .min(1, 'is empty; leave it out')
    .max(1000)
    .transform((list) => [...new Set(list)].sort())
    .optional();

const isOne = (fields: Record<string, unknown>) =>
  Object.values(fields).filter((value) => value !== undefined).length === 1;

/** For every site, or for the missions that serve some countries, or for missions by slug. */
export const areaInput = z
  .strictObject({
    everywhere: z.literal(true).optional(),
    countries: some(country),
    sites: some(z.string().max(40)),
  })
  .refine(isOne, 'give one of {"everywhere": true}, countries, sites');
export type Area = z.output<typeof areaInput>;

const MOST_HOURS = 30 * 24;
const hours = z
  .number()
  .min(0.25, 'is less than a quarter of an hour')
  .max(MOST_HOURS, `is more than ${MOST_HOURS} hours`);

/** When an alert goes by itself: so many hours after its release, or at a moment. */
const expiryInput = z
  .strictObject({
    hours: hours.optional(),
    at: z.iso
      .datetime({ offset: true, error: 'needs a moment with an offset, such as 2026-11-21T08:00:00+07:00' })
      .optional(),
  })
  .refine(isOne, 'give hours, or the moment as at');
export type Expiry = z.output<typeof expiryInput>;

const weight = {
  severity: z.enum(SEVERITIES),
  urgency: z.enum(URGENCIES),
  certainty: z.enum(CERTAINTIES),
};

/** An alert as it is written: the whole of it, for a change as for the first draft. */
export const alertInput = z.strictObject({
  template: z.string().max(40),
  area: areaInput,
  texts: texts.optional().describe('the words of the template where they are left out'),
  place: z.string().trim().min(1).max(80).optional().describe('what {place} in the template stands for'),
  expiry: expiryInput.optional().describe('the hours of the template where it is left out'),
  severity: weight.severity.optional(),
  urgency: weight.urgency.optional(),
  certainty: weight.certainty.optional(),
});
export type AlertInput = z.output<typeof alertInput>;

/** What readers are told at the end; what the alert said stands in it where nothing is given. */
export const cancellationInput = z.strictObject({ texts: texts.optional() });
export type CancellationInput = z.output<typeof cancellationInput>;

const name = z.string().trim().min(1).max(60);

/** A kind of event with the words for it, approved before it happens. */
export const templateInput = z.strictObject({
  category: z.enum(CATEGORIES),
  ...weight,
  hours,
  texts: z
    .array(writtenText.extend({ event: name, instruction: paragraphs(1000) }))
    .min(1, 'needs at least one language')
    .max(60),
});
export type TemplateInput = z.output<typeof templateInput>;
