import { type Html, jsonLd } from '@warta/rendering';
import { type Contact, type Day, inLanguage, PURPOSES, type Reach, type Site } from '@warta/sites';
import type {
  ContactPoint,
  GovernmentOrganization,
  OpeningHoursSpecification,
  WithContext,
} from 'schema-dts';
import type { Config } from '../config.ts';
import { contactUrl, siteUrl } from './links.ts';

const DAYS = {
  mo: 'https://schema.org/Monday',
  tu: 'https://schema.org/Tuesday',
  we: 'https://schema.org/Wednesday',
  th: 'https://schema.org/Thursday',
  fr: 'https://schema.org/Friday',
  sa: 'https://schema.org/Saturday',
  su: 'https://schema.org/Sunday',
  holiday: 'https://schema.org/PublicHolidays',
} as const satisfies Record<Day, string>;

/** A site as an organisation with all its ways to be reached (schema.org). */
export function organisationData(config: Config, site: Site, locale: string, { own }: Reach): Html {
  const postal = own.contacts.find((contact) => contact.kind === 'address');
  const address = postal && inLanguage(postal.address, locale, site.locales);
  const accounts = site.social.filter((account) => account.of === 'mission').map(({ url }) => url);
  const data: WithContext<GovernmentOrganization> = {
    '@context': 'https://schema.org',
    ...organisation(config, site, locale),
    areaServed: [site.country, ...site.accreditedTo],
    ...(address && { address }),
    ...(accounts.length > 0 && { sameAs: accounts }),
    contactPoint: PURPOSES.flatMap((purpose) =>
      own.contacts
        .filter((contact) => contact.purpose === purpose)
        .flatMap((contact) => pointOf(contact, config, site, locale)),
    ),
  };
  return jsonLd(data);
}

type Publisher = Pick<Site, 'slug' | 'host' | 'name'> & Partial<Pick<Site, 'fullName' | 'locales'>>;

/** A site as the publisher of something. */
export function organisation(config: Config, site: Publisher, locale: string) {
  return {
    '@type': 'GovernmentOrganization' as const,
    '@id': `${siteUrl(config, site)}/`,
    name: inLanguage({ ...site.name, ...site.fullName }, locale, site.locales) ?? site.slug,
    url: `${siteUrl(config, site)}/`,
  };
}

function pointOf(contact: Contact, config: Config, site: Site, locale: string): ContactPoint[] {
  if (contact.kind === 'address') return [];
  const hours = site.status === 'closed' ? null : contact.hours;
  return [
    {
      '@type': 'ContactPoint',
      contactType: contact.purpose,
      ...(contact.kind === 'email' ? { email: contact.value } : { telephone: contact.value }),
      url: contactUrl(config, site, locale),
      ...(hours && { hoursAvailable: hours.kind === 'always' ? [ALWAYS] : hours.periods.map(periodOf) }),
    },
  ];
}

/** Midnight to midnight means the whole day. */
const ALWAYS: OpeningHoursSpecification = {
  '@type': 'OpeningHoursSpecification',
  ...{ opens: '00:00', closes: '23:59' },
};

function periodOf({
  days,
  opens,
  closes,
}: {
  days: Day[];
  opens: string;
  closes: string;
}): OpeningHoursSpecification {
  return {
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: days.map((day) => DAYS[day]),
    ...{ opens, closes: closes === '24:00' ? '23:59' : closes },
  };
}
