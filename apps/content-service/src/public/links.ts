import { MINISTRY_SLUG, type Site } from '@warta/sites';
import type { Config } from '../config.ts';
import type { PortalLocale } from './address.ts';
import { type ArchiveBy, archivePath } from './archive-address.ts';

export type Addressed = Pick<Site, 'slug' | 'host'>;

/** The absolute address of a site, without a slash at the end: its own host, or its path on the ministry's. */
export function siteUrl(config: Config, site: Addressed): string {
  if (!site.host) return `${config.publicUrl}/${site.slug}`;
  return `${new URL(config.publicUrl).protocol}//${site.host}`;
}

/** The site's home in a language; the first language has the short address. */
export function homeUrl(config: Config, site: Addressed & Pick<Site, 'locales'>, locale: string): string {
  return locale === site.locales[0] ? `${siteUrl(config, site)}/` : `${siteUrl(config, site)}/${locale}/`;
}

export function postUrl(config: Config, site: Addressed, text: { locale: string; slug: string }): string {
  return `${siteUrl(config, site)}/${text.locale}/${encodeURI(text.slug)}`;
}

/** A site's posts that have something in common, on a page in one of its languages. */
export function archiveUrl(
  config: Config,
  site: Addressed,
  locale: string,
  by: ArchiveBy,
  name: string,
): string {
  return `${siteUrl(config, site)}/${locale}/${archivePath(by, name)}`;
}

/** What a site invites to, or has invited to. */
export function eventsUrl(config: Config, site: Addressed, locale: string, past = false): string {
  return `${siteUrl(config, site)}/${locale}/events${past ? '/past' : ''}`;
}

/** What one can still apply for at a site. */
export function opportunitiesUrl(config: Config, site: Addressed, locale: string): string {
  return `${siteUrl(config, site)}/${locale}/opportunities`;
}

/** What all missions invite to. */
export function allEventsUrl(config: Config, locale: PortalLocale): string {
  return `${config.publicUrl}${locale === 'id' ? '/events' : '/en/events'}`;
}

/** The months in which a site had posts. */
export function monthsUrl(config: Config, site: Addressed, locale: string): string {
  return `${siteUrl(config, site)}/${locale}/archive`;
}

/** The page that says whom to reach at a site, and when. */
export function contactUrl(config: Config, site: Addressed & Pick<Site, 'locales'>, locale: string): string {
  const own = site.locales.includes(locale) ? locale : (site.locales[0] ?? locale);
  return `${siteUrl(config, site)}/${own}/contact`;
}

export function portalUrl(config: Config, locale: PortalLocale): string {
  return `${config.publicUrl}${locale === 'id' ? '/' : '/en/'}`;
}

export function missionsUrl(config: Config, locale: PortalLocale): string {
  return `${config.publicUrl}${locale === 'id' ? '/missions' : '/en/missions'}`;
}

/** Where readers search a site; the first language has the short address. */
export function searchUrl(config: Config, site: Addressed & Pick<Site, 'locales'>, locale: string): string {
  return `${homeUrl(config, site, locale)}search`;
}

/** Where they search all sites. */
export function portalSearchUrl(config: Config, locale: PortalLocale): string {
  return `${portalUrl(config, locale)}search`;
}

/** Whom to reach anywhere; with a country, where that begins. */
export function helpUrl(config: Config, locale: PortalLocale, country?: string): string {
  return `${config.publicUrl}${locale === 'id' ? '/help' : '/en/help'}${country ? `#${country}` : ''}`;
}

/** Whom to reach at a site, as a file for the contacts of a phone. */
export function cardUrl(config: Config, locale: PortalLocale, slug: string): string {
  return `${helpUrl(config, locale)}/${slug}.vcf`;
}

/** The path of an alert in a language; those of the portal have the short form. */
export function alertPath(number: number, locale: string): string {
  const digits = number.toString(32);
  if (locale === 'id') return `/alerts/${digits}`;
  return locale === 'en' ? `/en/alerts/${digits}` : `/alerts/${digits}/${locale}`;
}

export function alertUrl(config: Config, number: number, locale: string): string {
  return config.publicUrl + alertPath(number, locale);
}

/** An alert as a CAP message. */
export function capUrl(config: Config, number: number): string {
  return `${config.publicUrl}/alerts/${number.toString(32)}.cap.xml`;
}

/** Alerts for other programs, all or those that concern a country. */
export function openDataUrl(config: Config, form: 'json' | 'atom', country?: string): string {
  return `${config.publicUrl}/alerts${country ? `/${country}` : ''}.${form}`;
}

/** The portal's language for a reader of this one. */
export function portalLocale(locale: string): PortalLocale {
  return /^(id|ms|jv|su)(-|$)/.test(locale) ? 'id' : 'en';
}

export const isMinistry = (site: Pick<Site, 'slug'>) => site.slug === MINISTRY_SLUG;

/**
 * For links inside the pages of a site: addresses on the same host without scheme and host, so that they are
 * short and hold wherever the service is reached.
 */
export function linksFrom(config: Config, site: Addressed): (url: string) => string {
  const origin = site.host ? siteUrl(config, site) : config.publicUrl;
  return (url) => (url.startsWith(`${origin}/`) ? url.slice(origin.length) : url);
}
