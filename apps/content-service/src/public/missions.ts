import { countryName, translator } from '@warta/languages';
import type { CountryMissions } from '@warta/rendering';
import { inLanguage, isMission, REGIONS, type Site, siteName } from '@warta/sites';
import { type Answer, PORTAL } from '../pages/answer.ts';
import type { ListedSite } from '../pages/local-lists.ts';
import { MAP_PATH, type PortalLocale } from './address.ts';
import { type PublicContext, themeOf } from './context.ts';
import type { SiteFound } from './finders.ts';
import { HTML } from './home.ts';
import { homeUrl, linksFrom, missionsUrl } from './links.ts';
import { mapPicture } from './missions-map.ts';
import { versionsOf } from './page-base.ts';
import { portalBase } from './portal-base.ts';

/** What the reader filters by; both empty for the whole list. */
export interface MissionFilter {
  q: string;
  region: string;
}

/** All missions by region and country, or those that match. */
export async function answerMissions(
  context: PublicContext,
  { site: ministry, readAt }: SiteFound,
  locale: PortalLocale,
  filter: MissionFilter,
): Promise<Answer> {
  const around = await context.find.frame({ site: ministry.id, readAt });
  const t = translator(locale);
  const directory = await context.find.directory();
  const all = directory.sites.filter(isMission);
  const shown = all.filter((mission) => matches(mission, filter, locale));
  const isWhole = filter.q === '' && filter.region === '';
  const link = linksFrom(context.config, ministry);
  const groups = REGIONS.map((region) => ({
    id: region,
    name: t(`region.${region}`),
    countries: byCountry(
      context,
      ministry,
      shown.filter((mission) => mission.region === region),
      locale,
    ),
  }));
  const base = portalBase(context, ministry, {
    locale,
    title: t('missions.title'),
    frame: around.frame,
    noindex: !isWhole,
    at: (lang) => missionsUrl(context.config, lang),
  });
  const body = await context.draw(themeOf(context, ministry.theme), {
    kind: 'missions',
    ...base,
    filter: {
      action: link(missionsUrl(context.config, locale)),
      ...filter,
      regions: REGIONS.map((value) => ({ value, label: t(`region.${value}`) })),
    },
    count: shown.length,
    ...(isWhole && {
      map: await mapPicture(
        t('missions.map', { count: all.length }),
        link(`${context.config.publicUrl}${MAP_PATH}`),
      ),
    }),
    regions: groups.filter((group) => group.countries.length > 0),
  });
  return {
    kind: 'page',
    body,
    type: HTML,
    readings: [{ tags: [`site:${ministry.id}`], readAt }, directory.reading, around.reading],
    freshForMs: around.freshForMs,
    place: { site: PORTAL, locale },
    versions: versionsOf(base),
  };
}

function byCountry(
  { config }: PublicContext,
  ministry: Site,
  missions: ListedSite[],
  locale: string,
): CountryMissions[] {
  const groups = Map.groupBy(missions, (mission) => countryName(mission.country, locale));
  const link = linksFrom(config, ministry);
  const collator = new Intl.Collator(locale);
  return [...groups]
    .sort(([a], [b]) => collator.compare(a, b))
    .map(([country, own]) => ({
      country,
      missions: own
        .sort((a, b) => collator.compare(siteName(a, locale), siteName(b, locale)))
        .map((mission) => ({
          href: link(homeUrl(config, mission, ownLocale(mission, locale))),
          label: siteName(mission, locale),
          fullName: inLanguage(mission.fullName, locale) ?? siteName(mission, locale),
          city: mission.city,
          ...(mission.status !== 'open' && { status: mission.status }),
        })),
    }));
}

const ownLocale = (site: ListedSite, locale: string) =>
  site.locales.includes(locale) ? locale : (site.locales[0] ?? 'id');

/** Every word must occur in a name, the city, or a country served, accents aside. */
function matches(mission: ListedSite, { q, region }: MissionFilter, locale: string): boolean {
  if (region && mission.region !== region) return false;
  const countries = [mission.country, ...mission.accreditedTo];
  const words = [
    mission.slug,
    mission.city,
    ...Object.values(mission.name),
    ...Object.values(mission.fullName),
    ...countries.flatMap((country) => [countryName(country, locale), countryName(country, 'en')]),
  ];
  const text = fold(words.join(' '));
  return fold(q)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
