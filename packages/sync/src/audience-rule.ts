import { createHash } from 'node:crypto';
import { baseLanguage } from '@warta/languages';
import { MISSION_KINDS, REGIONS } from '@warta/sites';
import { z } from 'zod';

const list = (item: z.ZodType<string, string>) =>
  z.array(item).min(1, 'is empty; leave it out').max(1000).optional();

/**
 * Which missions a headline is for: `{all: true}`, or (regions ∩ kinds ∩ countries ∩ locales) ∪ sites; in
 * either case minus `except`. Sites are named by slug.
 */
export const audienceRule = z
  .strictObject({
    all: z.literal(true).optional(),
    regions: list(z.enum(REGIONS, `is not a region; regions are ${REGIONS.join(', ')}`)),
    kinds: list(z.enum(MISSION_KINDS, `is not a kind of mission; kinds are ${MISSION_KINDS.join(', ')}`)),
    countries: list(z.string().regex(/^[A-Z]{2}$/, 'is not an ISO 3166-1 code of two capital letters')),
    locales: list(z.string().max(35)),
    sites: list(z.string().max(40)),
    except: list(z.string().max(40)),
  })
  .refine((rule) => rule.all || FILTERS.some((name) => rule[name]) || rule.sites, {
    message: 'is for nobody; give {"all": true} or at least one of regions, kinds, countries, locales, sites',
  })
  .refine((rule) => !rule.all || (!FILTERS.some((name) => rule[name]) && !rule.sites), {
    message: 'says "all" and lists as well; take one',
  });
export type AudienceRule = z.output<typeof audienceRule>;

const FILTERS = ['regions', 'kinds', 'countries', 'locales'] as const;

/** What of a site an audience rule looks at. `countries` are the host and those it is accredited to. */
export interface Candidate {
  slug: string;
  kind: string;
  region: string | null;
  countries: readonly string[];
  locales: readonly string[];
}

export interface Verdict {
  included: boolean;
  /** Why not, in words; absent where included. */
  reason?: string;
}

/** Whether a rule reaches a mission, and if not, why not. */
export function judge(rule: AudienceRule, site: Candidate): Verdict {
  if (rule.except?.includes(site.slug)) return { included: false, reason: 'is excepted' };
  if (rule.all || rule.sites?.includes(site.slug)) return { included: true };
  if (!FILTERS.some((name) => rule[name])) return { included: false, reason: 'is not among the sites named' };
  const reason = mismatch(rule, site);
  return reason ? { included: false, reason } : { included: true };
}

function mismatch(rule: AudienceRule, site: Candidate): string | undefined {
  if (rule.regions && !rule.regions.some((region) => region === site.region)) {
    return `region is ${site.region ?? 'not set'}`;
  }
  if (rule.kinds && !rule.kinds.some((kind) => kind === site.kind)) return `kind is ${site.kind}`;
  if (rule.countries && !rule.countries.some((country) => site.countries.includes(country))) {
    return `serves ${site.countries.join(', ')}`;
  }
  if (rule.locales && !rule.locales.some((locale) => writesIn(site, locale))) {
    return `languages are ${site.locales.join(', ')}`;
  }
  return undefined;
}

/** A bare language such as `zh` stands for all its forms; a longer tag only for itself. */
export function writesIn(site: Pick<Candidate, 'locales'>, locale: string): boolean {
  return site.locales.some(
    (own) => own === locale || (baseLanguage(own) === locale && !locale.includes('-')),
  );
}

/** The same for rules that mean the same: lists in any order, doubles left out. */
export function ruleHash(rule: AudienceRule): string {
  const canonical = Object.entries(rule)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, Array.isArray(value) ? [...new Set(value)].sort() : value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex');
}
