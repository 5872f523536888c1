import type { Area } from '@warta/alerts';
import { countryName } from '@warta/languages';
import { isMission, type Site, siteName } from '@warta/sites';
import type { Places } from './places.ts';

/** How a form names a part of an area: `everywhere`, `country:JP`, `site:tokyo`. */
type Choice = string;
const EVERYWHERE = 'everywhere';

/** What can be chosen, by its name. */
export interface AreaOption {
  value: Choice;
  label: string;
}

const servedBy = ({ country, accreditedTo }: Site) => [country, ...accreditedTo];

/** What the area of a new alert is set to: the countries a site serves; nothing for the ministry. */
export const presetFor = (site: Site | undefined): Choice[] =>
  site ? servedBy(site).map((country) => `country:${country}`) : [];

/** What somebody may choose from, in the order of names: what a site speaks for, or everything. */
export function areaOptions(places: Places, site: Site | undefined, lang: string) {
  const missions = site ? [site] : [...places.values()].filter(isMission);
  const codes = [...new Set(missions.flatMap(servedBy))];
  const byName = (a: AreaOption, b: AreaOption) => a.label.localeCompare(b.label, lang);
  return {
    everywhere: site === undefined,
    countries: codes
      .map((code) => ({ value: `country:${code}`, label: countryName(code, lang) }))
      .sort(byName),
    sites: missions.map((one) => ({ value: `site:${one.slug}`, label: siteName(one, lang) })).sort(byName),
  };
}

/** An area as its parts; the schema refuses one of several kinds. */
export function areaIn(choices: readonly Choice[]): Record<string, unknown> {
  const named = (kind: string) =>
    choices.flatMap((choice) => (choice.startsWith(`${kind}:`) ? [choice.slice(kind.length + 1)] : []));
  const [countries, sites] = [named('country'), named('site')];
  return {
    ...(choices.includes(EVERYWHERE) && { everywhere: true }),
    ...(countries.length > 0 && { countries }),
    ...(sites.length > 0 && { sites }),
  };
}

export function choicesOf({ everywhere, countries = [], sites = [] }: Area): Choice[] {
  if (everywhere) return [EVERYWHERE];
  return [...countries.map((code) => `country:${code}`), ...sites.map((slug) => `site:${slug}`)];
}

/**
 * What `{place}` in approved words stands for, in a language: the countries of the area, or those where the missions
 * stand that it names. Undefined where that is everywhere.
 */
export function placeOf(choices: readonly Choice[], places: Places, locale: string): string | undefined {
  const codes = choices.flatMap((choice) => {
    const [kind, name = ''] = choice.split(':');
    return kind === 'country' ? [name] : (places.get(name)?.country ?? []);
  });
  if (codes.length === 0 || choices.includes(EVERYWHERE)) return undefined;
  const names = [...new Set(codes)].map((code) => countryName(code, locale));
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

/** An area in words: `Jepang, Korea Selatan`. */
export function areaWords(area: Area, places: Places, lang: string, all: string): string {
  if (area.everywhere) return all;
  const names = [
    ...(area.countries ?? []).map((code) => countryName(code, lang)),
    ...(area.sites ?? []).map((slug) => {
      const site = places.get(slug);
      return site ? siteName(site, lang) : slug;
    }),
  ];
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(names);
}
