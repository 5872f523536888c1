import { canonicalLocale } from '@warta/languages';
import { z } from 'zod';
import { MISSION_KINDS, REGIONS } from './kinds.ts';
import { MINISTRY, STATUSES } from './site.ts';

/** First words of addresses that are not sites, now or by design. */
const RESERVED = new Set([
  ...['missions', 'search', 'help', 'media', 'desk', 'health', 'metrics', 'assets', 'alerts', 'sitemap'],
  ...['robots', 'favicon', 'theme', 'themes', 'login', 'admin', 'feed', 'category', 'archive', 'headlines'],
]);

const locale = z
  .string()
  .refine(
    (tag) => canonicalLocale(tag) !== undefined,
    'is not a language tag (BCP 47), such as id or zh-Hans',
  )
  .transform((tag) => canonicalLocale(tag) ?? tag);
const words = z.record(locale, z.string().trim().min(1).max(300));
const country = z.string().regex(/^[A-Z]{2}$/, 'is not an ISO 3166-1 code of two capital letters');
const timezone = z.string().refine(isTimeZone, 'is not an IANA time zone, such as Asia/Tokyo');
const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{3,39}$/, 'has 4 to 40 lower-case letters, digits and hyphens, a letter first')
  .refine((value) => !RESERVED.has(value) && !isLanguageTag(value), 'is reserved; take another');
const host = z
  .string()
  .toLowerCase()
  .regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, 'is not a host name');

/** What can be set of a site at any time. Sites in `servedBy` are named by slug. */
export const siteChange = z.strictObject({
  name: words.optional(),
  fullName: words.optional(),
  city: z.string().trim().min(1).max(100).optional(),
  country: country.optional(),
  accreditedTo: z.array(country).max(100).optional(),
  region: z.enum(REGIONS).optional(),
  timezone: timezone.optional(),
  locales: z.array(locale).min(1).max(12).optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  host: host.nullable().optional(),
  theme: z.string().max(40).optional(),
  accent: z
    .string()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, 'is not a colour such as #b3261e')
    .optional(),
  status: z.enum(STATUSES).optional(),
  statusNote: words.optional(),
  servedBy: z.array(z.string()).max(10).optional(),
});
export type SiteChange = z.output<typeof siteChange>;

/** A new site. */
export const siteInput = siteChange.extend({
  slug,
  kind: z.enum([MINISTRY, ...MISSION_KINDS]),
  name: words.refine((value) => Object.keys(value).length > 0, 'needs a name in at least one language'),
  city: z.string().trim().min(1).max(100),
  country,
  timezone,
  locales: z.array(locale).min(1).max(12),
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
