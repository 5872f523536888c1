import { z } from 'zod';
import { someWords, words } from './fields.ts';
import { hours } from './hours.ts';
import { phoneNumber } from './phone-number.ts';

/** For whom a contact is; `emergency` is for citizens in distress. */
export const PURPOSES = ['emergency', 'visas', 'press', 'general'] as const;

const common = {
  purpose: z.enum(PURPOSES),
  label: words.default({}).describe('what it is called, by language; may be left out'),
  hours: hours.nullable().default(null).describe('null where nothing is said of them'),
};

/** One way to reach a site. */
export const contactInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('phone'), value: phoneNumber, ...common }),
  z.strictObject({
    kind: z.literal('whatsapp'),
    value: phoneNumber.refine((number) => !number.includes(';'), {
      error: 'has an extension, which WhatsApp has not',
      params: { why: 'phone.extension' },
    }),
    ...common,
  }),
  z.strictObject({ kind: z.literal('email'), value: z.email('is not an e-mail address'), ...common }),
  z.strictObject({ kind: z.literal('address'), address: someWords, ...common }),
]);
export type Contact = z.output<typeof contactInput>;
export const CONTACT_KINDS = contactInput.options.map(({ shape }) => shape.kind.value);

/** All contacts of a site, in the order in which readers see them. */
export const contactsInput = z.array(contactInput).max(50).superRefine(refuseRepeated);

/** The contacts of several sites, each with the version of the site they are to replace. */
export const contactLists = z
  .array(z.strictObject({ site: z.string(), version: z.int().min(1), contacts: contactsInput }))
  .min(1)
  .max(20_000);
export type ContactLists = z.output<typeof contactLists>;

/** The same twice for the same people is one too many: only one of them would be kept up to date. */
function refuseRepeated(contacts: Contact[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, contact] of contacts.entries()) {
    const { kind, purpose } = contact;
    if (contact.kind === 'address') continue;
    const key = `${kind} ${purpose} ${contact.value}`;
    if (seen.has(key)) {
      context.addIssue({
        code: 'custom',
        path: [index, 'value'],
        message: 'is in the list already',
        params: { why: 'repeated' },
      });
    }
    seen.add(key);
  }
}
