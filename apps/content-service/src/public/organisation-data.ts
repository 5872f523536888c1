import { type Html, jsonLd } from '@warta/rendering';
import { inLanguage, PURPOSES, type Reach, type Site } from '@warta/sites';
import type { GovernmentOrganization, WithContext } from 'schema-dts';
import type { Config } from '../config.ts';
import { pointOf } from './contact-point.ts';
import { siteUrl } from './links.ts';
import { offerOf } from './service-data.ts';
import { servicesKept } from './services.ts';

/** A site as an organisation with all its ways to be reached (schema.org). */
export function organisationData(config: Config, site: Site, locale: string, { own, services }: Reach): Html {
  const postal = own.contacts.find((contact) => contact.kind === 'address');
  const address = postal && inLanguage(postal.address, locale, site.locales);
  const accounts = site.social.filter((account) => account.of === 'mission').map(({ url }) => url);
  const offers = servicesKept(services, site).map((service) =>
    offerOf(service, own, { config, site, locale }),
  );
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
    ...(offers.length > 0 && { makesOffer: offers }),
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
