import { type Alert, type AlertVersion, type CapSender, capMessage } from '@warta/alerts';
import { inLanguage, MINISTRY_SLUG, type Site } from '@warta/sites';
import { alertUrl } from '../links.ts';
import type { OpenDataContext } from './open-data.ts';

/** What readers have, or had last, of an alert as a CAP message; undefined where nothing was released. */
export function capOf(
  { config }: OpenDataContext,
  alert: Alert,
  versions: readonly AlertVersion[],
  sites: ReadonlyMap<string, Site>,
) {
  const siteName = (slug: string, locale: string) => {
    const site = sites.get(slug);
    return (site && inLanguage(site.fullName, locale)) || (site && inLanguage(site.name, locale)) || slug;
  };
  const sender: CapSender = {
    host: new URL(config.publicUrl).host,
    name: (locale) => siteName(MINISTRY_SLUG, locale),
    web: (locale) => alertUrl(config, alert.number, locale),
    siteName,
  };
  const body = capMessage(alert, versions, sender);
  return body === undefined ? undefined : { body, type: 'application/cap+xml; charset=utf-8' };
}
