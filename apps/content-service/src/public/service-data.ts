import { inLanguage, type Reachable, type Service, type Site } from '@warta/sites';
import type { GovernmentService, Offer, ServiceChannel } from 'schema-dts';
import type { Config } from '../config.ts';
import { pointOf } from './contact-point.ts';
import { contactUrl } from './links.ts';
import { leadsTo } from './menu-links.ts';
import { serviceAnchor, serviceName } from './services.ts';

interface Place {
  config: Config;
  site: Site;
  locale: string;
}

/** A service as what its mission offers (schema.org), with the ways to ask for it. */
export function offerOf(service: Service, own: Reachable, place: Place): Offer {
  const { config, site, locale } = place;
  const about = inLanguage(service.about, locale, site.locales);
  const here = `${contactUrl(config, site, locale)}#${serviceAnchor(service, site)}`;
  const offered: GovernmentService = {
    ...{ '@type': 'GovernmentService', '@id': here },
    name: serviceName(service, locale, site.locales).text,
    serviceType: service.kind,
    ...(about && { description: about }),
    areaServed: [site.country, ...site.accreditedTo],
    availableChannel: channelOf(service, own, here, place),
  };
  return { '@type': 'Offer', itemOffered: offered };
}

function channelOf(
  { address, purpose }: Service,
  own: Reachable,
  here: string,
  { config, site, locale }: Place,
): ServiceChannel {
  const points = own.contacts
    .filter((contact) => contact.purpose === purpose)
    .flatMap((contact) => pointOf(contact, config, site, locale));
  const url = address === null ? here : leadsTo(config, site, locale, address, []).url;
  return {
    '@type': 'ServiceChannel',
    serviceUrl: url,
    ...(points.length > 0 && { servicePhone: points }),
  };
}
