import { type CapSender, capMessage, type OpenAlert } from '@warta/alerts';
import { inLanguage, MINISTRY_SLUG } from '@warta/sites';
import { alertUrl } from '../links.ts';
import type { OpenDataContext } from './open-data.ts';

/** What readers have, or had last, of an alert as a CAP message. */
export function capOf({ config, board }: OpenDataContext, alert: OpenAlert) {
  const siteName = (slug: string, locale: string) => {
    const site = board.siteNamed({ slug });
    return (site && (inLanguage(site.fullName, locale) ?? inLanguage(site.name, locale))) || slug;
  };
  const sender: CapSender = {
    host: new URL(config.publicUrl).host,
    name: (locale) => siteName(MINISTRY_SLUG, locale),
    web: (locale) => alertUrl(config, alert.number, locale),
    siteName,
  };
  return { body: capMessage(alert, sender), type: 'application/cap+xml; charset=utf-8' };
}
