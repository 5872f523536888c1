import { z } from 'zod';
import { PURPOSES } from './contact-input.ts';
import { someWords, wordsUpTo } from './fields.ts';
import { leadsToAPage } from './menu.ts';

const MOST = 40;

/** What missions do for people; readers know each by a name in their language. */
const NAMED_SERVICES = [
  'passports',
  'travel-documents',
  'visas',
  'registration',
  'civil-registration',
  'citizenship',
  'legalisation',
  'assistance',
  'scholarships',
  'trade',
] as const;

/** The same, with what a mission names itself. */
export const SERVICE_KINDS = [...NAMED_SERVICES, 'other'] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

const common = {
  about: wordsUpTo(1500).default({}).describe('what to bring and how to ask, by language; plain text'),
  address: z
    .string()
    .trim()
    .max(500)
    .refine((address) => leadsToAPage(address) && !/^http:/i.test(address), {
      error: 'is not a path such as /tokyo/id/visa or an address such as https://example.org/',
      params: { why: 'menu.address' },
    })
    .nullable()
    .default(null)
    .describe('where there is more about it: a path of this service, or https'),
  purpose: z.enum(PURPOSES).nullable().default(null).describe('whose contacts answer questions about it'),
};

/** A service of a mission; only `other` has a name of its own. */
export const serviceInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(NAMED_SERVICES), ...common }),
  z.strictObject({ kind: z.literal('other'), name: someWords, ...common }),
]);
export type Service = z.output<typeof serviceInput>;

/** All services of a site, in the order in which readers see them; none is there twice. */
export const servicesInput = z
  .array(serviceInput)
  .max(MOST)
  .superRefine((services, context) => {
    for (const [index, service] of services.entries()) {
      if (!services.slice(0, index).some((other) => isSame(other, service))) continue;
      context.addIssue({
        code: 'custom',
        path: [index, service.kind === 'other' ? 'name' : 'kind'],
        message: 'is in the list already',
        params: { why: 'repeated' },
      });
    }
  });

function isSame(one: Service, other: Service): boolean {
  if (one.kind !== 'other' || other.kind !== 'other') return one.kind === other.kind;
  return Object.entries(one.name).some(([locale, name]) => other.name[locale] === name);
}
