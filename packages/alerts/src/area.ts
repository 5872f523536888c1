import type { Db } from '@warta/database';
import { DomainError, type FieldError, invalid } from '@warta/problems';
import type { Site } from '@warta/sites';
import { type AudienceRule, type JudgedMission, judge, judgeMissions } from '@warta/sync';
import type { Area } from './alert-input.ts';

/** The rule for audiences by which an area is judged. */
export function ruleOf(area: Area): AudienceRule {
  if (area.everywhere) return { all: true };
  return area.countries ? { countries: area.countries } : { sites: area.sites };
}

/**
 * Every mission, and whether an alert with this area would stand there.
 * @throws {DomainError} `invalid`, naming each country or mission that is unknown.
 */
export async function judgeArea(db: Db, area: Area): Promise<JudgedMission[]> {
  try {
    return await judgeMissions(db, ruleOf(area));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
    throw invalid(...error.errors.map((one) => ({ ...one, field: one.field.replace(/^audience/, 'area') })));
  }
}

/** Whether a site lies in an area: its readers would see the alert. */
export function isInArea(area: Area, site: Site): boolean {
  return judge(ruleOf(area), { ...site, countries: servedBy(site), groups: [] }).included;
}

/** What of an area a site does not speak for: it speaks for itself, and for the countries it serves. */
export function othersIn(area: Area, site: Site): FieldError[] {
  if (area.everywhere) {
    return [{ field: 'area.everywhere', message: `${site.slug} does not speak for all missions` }];
  }
  const served = servedBy(site);
  const check = (list: readonly string[] = [], field: string, isOwn: (value: string) => boolean) =>
    list.flatMap((value, index) =>
      isOwn(value)
        ? []
        : [{ field: `area.${field}.${index}`, message: `${site.slug} does not speak for ${value}` }],
    );
  return [
    ...check(area.countries, 'countries', (country) => served.includes(country)),
    ...check(area.sites, 'sites', (slug) => slug === site.slug),
  ];
}

/** Whether an alert concerns a site: what stands or waits is in its area, or it is a drill; the ministry all do. */
export function isForSite(alert: Concerning, site: Site | undefined): boolean {
  if (!site || alert.practice) return true;
  return [alert.standing, alert.draft].some((version) => version && isInArea(version.content.area, site));
}

interface Concerning {
  practice: boolean;
  standing: { content: { area: Area } } | null;
  draft: { content: { area: Area } } | null;
}

const servedBy = (site: Site) => [site.country, ...site.accreditedTo];
