import { z } from 'zod';

const moment = z.union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))]);
const link = z.url({ protocol: /^https?$/ });
const words = z.string();
/** Who did it, to which text, of which site, and where that can be seen. */
const aboutText = { who: words, title: words, site: words, link };

/** Everything that is ever sent, and what each kind says; the only list of their fields. */
export const letterSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invitation'), who: words, site: words.optional(), link, until: moment }),
  z.object({ kind: z.literal('password-reset'), link, until: moment }),
  z.object({ kind: z.literal('review-asked'), ...aboutText, note: words.optional() }),
  z.object({ kind: z.literal('changes-asked'), ...aboutText, note: words.optional() }),
  z.object({ kind: z.literal('published'), ...aboutText }),
  z.object({
    kind: z.literal('something-due'),
    what: z.enum(['scheduled', 'closing']),
    title: words,
    site: words,
    link,
    at: moment,
  }),
  z.object({
    kind: z.literal('alert-ends'),
    title: words,
    /** It stands on the practice site alone. */
    practice: z.boolean(),
    link,
    at: moment,
  }),
  z.object({
    kind: z.literal('acknowledgment'),
    what: z.enum(['asked', 'overdue']),
    title: words,
    site: words,
    link,
    due: moment,
  }),
  z.object({ kind: z.literal('new-sign-in'), device: words, at: moment, link }),
]);

export type Letter = z.output<typeof letterSchema>;
export type LetterKind = Letter['kind'];

export const recipientSchema = z.object({
  /** One address alone; what could be read as several, or end a header, is refused. */
  address: z.email().max(254),
  name: words.optional(),
  /** The language the person chose for the desk. */
  locale: z.string(),
  /** The zone in which dates are told, such as `Asia/Tokyo`. */
  timezone: z.string(),
});

export type Recipient = z.output<typeof recipientSchema>;
