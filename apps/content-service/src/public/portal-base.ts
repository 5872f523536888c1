import { directionOf, endonym, translator } from '@warta/languages';
import { MINISTRY, MINISTRY_SLUG, type Site } from '@warta/sites';
import { PORTAL_LOCALES, type PortalLocale } from './address.ts';
import type { PublicContext } from './context.ts';
import { wideFeedUrl } from './feeds/feed-address.ts';
import { feedLinks } from './feeds/feed-links.ts';
import { linksFrom, portalSearchUrl } from './links.ts';
import { type BaseOptions, pageBase } from './page-base.ts';

interface PortalOptions extends Omit<BaseOptions, 'locale' | 'inLanguage' | 'canonical'> {
  locale: PortalLocale;
  /** The absolute address of this page in one of the portal's languages. */
  at: (locale: PortalLocale) => string;
}

/** What every page of the ministry's portal has: as a site's, in the portal's two languages. */
export function portalBase(context: PublicContext, ministry: Site, options: PortalOptions) {
  const { locale, at, ...rest } = options;
  const alternates = options.noindex
    ? []
    : [...PORTAL_LOCALES.map((lang) => ({ lang, href: at(lang) })), { lang: 'x-default', href: at('id') }];
  const base = pageBase(context, ministry, { ...rest, locale, canonical: at(locale), alternates });
  const link = linksFrom(context.config, ministry);
  const name = translator(locale)('ministry.name');
  const { nameTongue, ...site } = base.site; // the catalogue has the name in every language
  return {
    ...base,
    site: { ...site, name, home: base.portal.href },
    feeds: feedLinks(base.t('feed.title', { name }), (form) =>
      link(wideFeedUrl(context.config, { of: 'headlines', locale, form })),
    ),
    search: { href: link(portalSearchUrl(context.config, locale)), label: base.search.label },
    languages: PORTAL_LOCALES.map((lang) => ({
      lang,
      dir: directionOf(lang),
      label: endonym(lang),
      href: link(at(lang)),
      current: lang === locale,
      exact: true,
    })),
  };
}

/** Stands in for the ministry's site where the database cannot be asked or has none. */
export const MINISTRY_STAND_IN: Site = {
  id: '',
  slug: MINISTRY_SLUG,
  kind: MINISTRY,
  name: { id: 'Kementerian Luar Negeri', en: 'Ministry of Foreign Affairs' },
  fullName: {},
  city: 'Jakarta',
  country: 'ID',
  accreditedTo: [],
  region: null,
  timezone: 'Asia/Jakarta',
  locales: ['id', 'en'],
  latitude: null,
  longitude: null,
  host: null,
  theme: 'nusantara',
  accent: '#b3261e',
  themeSettings: {},
  status: 'open',
  statusNote: {},
  servedBy: [],
  logo: null,
  hero: null,
  menu: [],
  categories: [],
  social: [],
  fourEyes: false,
  version: 0,
};
