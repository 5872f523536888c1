import { createHash } from 'node:crypto';
import { baseLanguage } from '@warta/languages';
import { groupKey, MISSION_KINDS, REGIONS } from '@warta/sites';
import { z } from 'zod';

const list = (item: z.ZodType<string, string>) =>
  z.array(item).min(1, 'is empty; leave it out').max(1000).optional();

/**
 * Which missions a headline is for: `{all: true}`, or (regions ∩ kinds ∩ countries ∩ locales) ∪ groups
 * ∪ sites; in either case minus `except`. Sites are named by slug, groups by key.
 */
export const audienceRule = z
  .strictObject({
    all: z.literal(true).optional(),
    regions: list(z.enum(REGIONS, `is not a region; regions are ${REGIONS.join(', ')}`)),
    kinds: list(z.enum(MISSION_KINDS, `is not a kind of mission; kinds are ${MISSION_KINDS.join(', ')}`)),
    countries: list(z.string().regex(/^[A-Z]{2}$/, 'is not an ISO 3166-1 code of two capital letters')),
    locales: list(z.string().max(35)),
    groups: list(groupKey),
    sites: list(z.string().max(40)),
    except: list(z.string().max(40)),
  })
  .refine((rule) => rule.all || LISTS.some((name) => rule[name]), {
    message: `is for nobody; give {"all": true} or at least one of regions, kinds, countries, locales, groups, sites`,
    params: { why: 'audience.nobody' },
  })
  .refine((rule) => !rule.all || !LISTS.some((name) => rule[name]), {
    message: 'says "all" and lists as well; take one',
    params: { why: 'audience.all-and-lists' },
  });
export type AudienceRule = z.output<typeof audienceRule>;

const FILTERS = ['regions', 'kinds', 'countries', 'locales'] as const;
const LISTS = [...FILTERS, 'groups', 'sites'] as const;

/** What of a site an audience rule looks at. `countries` are the host and those it is accredited to. */
export interface Candidate {
  slug: string;
  kind: string;
  region: string | null;
  countries: readonly string[];
  locales: readonly string[];
  /** Keys of the groups it is in. */
  groups: readonly string[];
}

/** Why a rule does not reach a mission, with what the mission has instead. */
export interface Miss {
  code: 'excepted' | 'not-named' | 'region' | 'kind' | 'countries' | 'locales';
  has: readonly string[];
}

export interface Verdict {
  included: boolean;
  /** Absent where included. */
  miss?: Miss;
  /** The same in words. */
  reason?: string;
}

/** Whether a rule reaches a mission, and if not, why not. */
export function judge(rule: AudienceRule, site: Candidate): Verdict {
  const miss = missOf(rule, site);
  return miss ? { included: false, miss, reason: inWords(miss) } : { included: true };
}

function missOf(rule: AudienceRule, site: Candidate): Miss | undefined {
  if (rule.except?.includes(site.slug)) return { code: 'excepted', has: [] };
  if (rule.all || rule.sites?.includes(site.slug)) return undefined;
  if (rule.groups?.some((group) => site.groups.includes(group))) return undefined;
  if (!FILTERS.some((name) => rule[name])) return { code: 'not-named', has: [] };
  return mismatch(rule, site);
}

function mismatch(rule: AudienceRule, site: Candidate): Miss | undefined {
  if (rule.regions && !rule.regions.some((region) => region === site.region)) {
    return { code: 'region', has: site.region ? [site.region] : [] };
  }
  if (rule.kinds && !rule.kinds.some((kind) => kind === site.kind)) return { code: 'kind', has: [site.kind] };
  if (rule.countries && !rule.countries.some((country) => site.countries.includes(country))) {
    return { code: 'countries', has: site.countries };
  }
  if (rule.locales && !rule.locales.some((locale) => writesIn(site, locale))) {
    return { code: 'locales', has: site.locales };
  }
  return undefined;
}

function inWords({ code, has }: Miss): string {
  const list = has.join(', ');
  switch (code) {
    case 'excepted':
      return 'is excepted';
    case 'not-named':
      return 'is not among the sites named';
    case 'region':
      return `region is ${list || 'not set'}`;
    case 'kind':
      return `kind is ${list}`;
    case 'countries':
      return `serves ${list}`;
    case 'locales':
      return `languages are ${list}`;
  }
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
