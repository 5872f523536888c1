import type { AlertContent, StandingAlert } from '@warta/alerts';
import { countryName } from '@warta/languages';
import { type AlertShown, type Html, jsonLd } from '@warta/rendering';
import { inLanguage } from '@warta/sites';
import type { Country, Embassy, GovernmentBuilding, SpecialAnnouncement, WithContext } from 'schema-dts';
import { alertUrl, openDataUrl, siteUrl } from '../public/links.ts';
import { organisation } from '../public/organisation-data.ts';
import { ministryOf, type PlainContext } from './plain-context.ts';

/** The page stays light: an alert for more missions than this says which countries it is for. */
const MOST_PLACES = 5;

/**
 * A warning as machines read it (schema.org), from what a node knows by heart. A solemn notice is no warning, and an
 * exercise is none that anybody outside may take for one.
 */
export function alertData(
  context: PlainContext,
  alert: StandingAlert,
  { text }: AlertShown,
): Html | undefined {
  if (alert.kind === 'solemn' || alert.practice) return undefined;
  const { config, board } = context;
  const content = board.open.find(({ number }) => number === alert.number)?.versions[0]?.content;
  const places = alert.everywhere ? [] : placesOf(context, alert, text.lang);
  const countries = alert.countries.map((country) => countryOf(country, text.lang));
  const data: WithContext<SpecialAnnouncement> = {
    ...{ '@context': 'https://schema.org', '@type': 'SpecialAnnouncement' },
    name: text.heading,
    text: text.paragraphs[0] ?? text.heading,
    inLanguage: text.lang,
    url: alertUrl(config, alert.number, text.lang),
    datePosted: alert.releasedAt,
    dateModified: alert.updatedAt,
    expires: alert.expiresAt,
    ...(content && { category: categoryOf(content, text.lang) }),
    ...(countries.length > 0 && { spatialCoverage: countries }),
    ...(places.length > 0 && places.length <= MOST_PLACES && { announcementLocation: places }),
    webFeed: openDataUrl(config, 'atom'),
    publisher: organisation(config, ministryOf(context), text.lang),
  };
  return jsonLd(data);
}

/** What has happened in words, under the category that CAP has for it. */
const categoryOf = ({ category, event }: AlertContent, lang: string) =>
  [category, inLanguage(event, lang)].filter(Boolean).join(' / ');

const countryOf = (country: string, lang: string): Country => ({
  ...{ '@type': 'Country', name: countryName(country, lang), identifier: country },
});

function placesOf({ config, board }: PlainContext, { sites }: StandingAlert, lang: string) {
  return sites.flatMap((id): (Embassy | GovernmentBuilding)[] => {
    const site = board.site(id);
    if (!site) return [];
    const name = inLanguage({ ...site.name, ...site.fullName }, lang, site.locales) ?? site.slug;
    const type = site.kind === 'embassy' ? 'Embassy' : 'GovernmentBuilding';
    return [{ '@type': type, name, url: `${siteUrl(config, site)}/` }];
  });
}
