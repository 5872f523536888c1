import { slugify, translator } from '@warta/languages';
import type { ServicePart } from '@warta/rendering';
import { inLanguage, type Service, type Site } from '@warta/sites';
import type { MenuPage } from '@warta/timeline';
import type { Config } from '../config.ts';
import { linksFrom } from './links.ts';
import { leadsTo } from './menu-links.ts';
import { wordsFor } from './tongue.ts';

interface Place {
  config: Config;
  site: Site;
  locale: string;
  /** The pages of the site, of which an address may be one. */
  pages: readonly MenuPage[];
  /** For whom the page names contacts. */
  purposes: readonly string[];
}

/** What a site does for people, as its page of contacts says it; a mission that is closed does nothing there. */
export function serviceParts(services: readonly Service[], place: Place): ServicePart[] {
  return servicesKept(services, place.site).map((service) => servicePart(service, place));
}

/** The services that a site gives as it works now. */
export function servicesKept(services: readonly Service[], { status }: Pick<Site, 'status'>) {
  return status === 'closed' ? [] : services;
}

/** Where a service stands on the page, which is the same in every language. */
export function serviceAnchor(service: Service, { locales }: Pick<Site, 'locales'>): string {
  if (service.kind !== 'other') return `service-${service.kind}`;
  const [first = 'id', ...others] = locales;
  return `service-other-${slugify(inLanguage(service.name, first, others) ?? '') ?? ''}`;
}

/** What a service is called. */
export function serviceName(service: Service, locale: string, others: readonly string[]) {
  if (service.kind === 'other') return wordsFor(service.name, locale, others) ?? { text: '' };
  return { text: translator(locale)(`service.${service.kind}`) };
}

function servicePart(service: Service, { config, site, locale, pages, purposes }: Place): ServicePart {
  const { address, purpose } = service;
  const name = serviceName(service, locale, site.locales);
  const about = wordsFor(service.about, locale, site.locales);
  const target = address === null ? undefined : leadsTo(config, site, locale, address, pages);
  const t = translator(locale);
  return {
    id: serviceAnchor(service, site),
    name: name.text,
    ...('tongue' in name && name.tongue && { nameTongue: name.tongue }),
    ...(about && { about: about.text }),
    ...(about?.tongue && { aboutTongue: about.tongue }),
    ...(target && {
      more: {
        href: linksFrom(config, site)(target.url),
        label: t('service.more', { name: name.text }),
        ...(target.external && { external: true }),
      },
    }),
    ...(purpose !== null &&
      purposes.includes(purpose) && {
        contact: {
          href: `#${purpose}`,
          label: t('service.contact', { name: t(`contact.purpose.${purpose}`) }),
        },
      }),
  };
}
