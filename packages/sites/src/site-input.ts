import { canonicalLocale } from '@warta/languages';
import { z } from 'zod';
import { locale, someWords, words } from './fields.ts';
import { MISSION_KINDS, PRACTICE, REGIONS } from './kinds.ts';
import { menu } from './menu.ts';
import { ownCategories } from './own-categories.ts';
import { isReservedSite } from './reserved-sites.ts';
import { MINISTRY, STATUSES } from './site.ts';
import { socialAccounts } from './social-accounts.ts';
import { themeSettings } from './theme-settings.ts';

const country = z.string().regex(/^[A-Z]{2}$/, 'is not an ISO 3166-1 code of two capital letters');
const timezone = z.string().refine(isTimeZone, 'is not an IANA time zone, such as Asia/Tokyo');
const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{3,39}$/, 'has 4 to 40 lower-case letters, digits and hyphens, a letter first')
  .refine((value) => !isReservedSite(value) && !isLanguageTag(value), 'is reserved; take another');
const host = z
  .string()
  .toLowerCase()
  .regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, 'is not a host name');

const locales = z
  .array(locale)
  .min(1)
  .max(12)
  .refine((tags) => new Set(tags).size === tags.length, {
    error: 'names a language twice',
    params: { why: 'repeated' },
  });
/** The number of a picture; which pictures there are is not known here. */
const picture = z.uuid('is not the number of a picture').nullable();

/** What can be set of a site at any time. Sites in `servedBy` are named by slug. */
export const siteChange = z.strictObject({
  name: words.optional(),
  fullName: words.optional(),
  city: z.string().trim().min(1).max(100).optional(),
  country: country.optional(),
  accreditedTo: z.array(country).max(100).optional(),
  region: z.enum(REGIONS).optional(),
  timezone: timezone.optional(),
  locales: locales.optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  host: host.nullable().optional(),
  theme: z.string().max(40).optional(),
  accent: z
    .string()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, 'is not a colour such as #b3261e')
    .optional(),
  themeSettings: themeSettings.optional(),
  status: z.enum(STATUSES).optional(),
  statusNote: words.optional(),
  servedBy: z.array(z.string()).max(10).optional(),
  logo: picture.optional(),
  hero: picture.optional(),
  menu: menu.optional(),
  social: socialAccounts.optional(),
  categories: ownCategories.optional(),
  fourEyes: z.boolean().optional(),
});
export type SiteChange = z.output<typeof siteChange>;

/**
 * What a head of site sets, as one resource that is read and written whole. The first language is the site's own;
 * readers find the others in this order.
 */
export const siteSettings = siteChange
  .pick({ theme: true, accent: true, logo: true, hero: true, menu: true, locales: true, fourEyes: true })
  .extend(siteChange.pick({ social: true, status: true, statusNote: true, servedBy: true }).shape)
  .extend(siteChange.pick({ categories: true, themeSettings: true }).shape)
  .required();
export type SiteSettings = z.output<typeof siteSettings>;

/** A new site. */
export const siteInput = siteChange.extend({
  slug,
  kind: z.enum([MINISTRY, ...MISSION_KINDS, PRACTICE]),
  name: someWords,
  city: z.string().trim().min(1).max(100),
  country,
  timezone,
  locales,
});
export type SiteInput = z.output<typeof siteInput>;

function isLanguageTag(value: string): boolean {
  const primary = value.split('-')[0] ?? '';
  return primary.length <= 3 && canonicalLocale(value) !== undefined;
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
