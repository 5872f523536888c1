import { translator } from '@warta/languages';
import type { Link } from '@warta/rendering';
import type { Site } from '@warta/sites';
import type { Frame } from '@warta/timeline';
import type { Config } from '../config.ts';
import { eventsUrl, linksFrom, monthsUrl, opportunitiesUrl } from './links.ts';

/** The way to the lists of a site: what is to come only while there is something. */
export function siteLists(config: Config, site: Site, locale: string, frame: Frame | undefined): Link[] {
  const t = translator(locale);
  const link = linksFrom(config, site);
  return [
    ...(frame?.lists.events
      ? [{ href: link(eventsUrl(config, site, locale)), label: t('events.heading') }]
      : []),
    ...(frame?.lists.opportunities
      ? [{ href: link(opportunitiesUrl(config, site, locale)), label: t('opportunities.heading') }]
      : []),
    { href: link(monthsUrl(config, site, locale)), label: t('archive.heading') },
  ];
}
