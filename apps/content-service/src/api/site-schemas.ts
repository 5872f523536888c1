import {
  CONTACT_KINDS,
  DAYS,
  LACKS,
  PURPOSES,
  SERVICE_KINDS,
  SOCIAL_PLATFORMS,
  STATUSES,
} from '@warta/sites';
import { z } from 'zod';

/** What the API answers with of a site's settings and of whom to reach. */
const words = z.record(z.string(), z.string());

export const settingsAnswer = z.object({
  theme: z.string(),
  accent: z.string(),
  themeSettings: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), words]))
    .describe('by the names that the theme gives; what is not in it stands by default'),
  logo: z.string().nullable(),
  hero: z.string().nullable(),
  menu: z.array(z.object({ label: words, address: z.string() })),
  categories: z.array(z.object({ key: z.string(), label: words })),
  locales: z.array(z.string()),
  fourEyes: z.boolean(),
  social: z.array(
    z.object({ of: z.enum(['mission', 'head']), platform: z.enum(SOCIAL_PLATFORMS), url: z.string() }),
  ),
  status: z.enum(STATUSES),
  statusNote: words,
  servedBy: z.array(z.string()),
});

const hours = z.object({
  kind: z.enum(['always', 'weekly']),
  periods: z
    .array(z.object({ days: z.array(z.enum(DAYS)), opens: z.string(), closes: z.string() }))
    .optional(),
});

const contact = z.object({
  kind: z.enum(CONTACT_KINDS),
  value: z.string().optional().describe('a number or mailbox; a postal address has `address`'),
  address: words.optional(),
  purpose: z.enum(PURPOSES),
  label: words,
  hours: hours.nullable(),
});

export const contactsAnswer = z.array(contact);

export const contactListsAnswer = z.array(
  z.object({ site: z.string(), version: z.number(), contacts: contactsAnswer }),
);

export const emergencyAnswer = z.object({
  of: z.enum(['site', 'ministry']).describe('whose it is; the ministry’s stands where the site has none'),
  contact,
  text: z.string().nullable().describe('as people read it'),
  link: z.string().nullable().describe('what a phone opens'),
  open: z.boolean().nullable().describe('null where no hours are given'),
  changesAt: z.string().nullable().describe('when it opens or closes next; ISO 8601, UTC'),
});

export const holidaysAnswer = z.array(z.object({ date: z.string(), name: words }));

export const servicesAnswer = z.array(
  z.object({
    kind: z.enum(SERVICE_KINDS),
    name: words.optional().describe('what it is called; only `other` has a name of its own'),
    about: words.describe('what to bring and how to ask; plain text'),
    address: z.string().nullable().describe('where there is more about it'),
    purpose: z.enum(PURPOSES).nullable().describe('whose contacts answer questions about it'),
  }),
);

export const lacksAnswer = z.array(
  z.object({
    code: z.enum(LACKS),
    locales: z.array(z.string()).optional().describe('the languages in which it is missing'),
  }),
);
