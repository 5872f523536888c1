import { directionOf, endonym, stringsLocale, translator } from '@warta/languages';
import {
  accentName,
  type LanguageLink,
  type Page as PageModel,
  type SiteHead,
  type SiteNotice,
} from '@warta/rendering';
import { inLanguage, PRACTICE, type Site, siteName } from '@warta/sites';
import type { MenuPage } from '@warta/timeline';
import { type PublicContext, themeOf } from './context.ts';
import { homeUrl, isMinistry, linksFrom, missionsUrl, portalLocale, portalUrl, siteUrl } from './links.ts';
import { menuLinks } from './menu-links.ts';
import { wordsFor } from './tongue.ts';

type Base = Omit<Extract<PageModel, { kind: 'notice' }>, 'kind' | 'status' | 'heading' | 'message' | 'back'>;

export interface BaseOptions {
  /** The language of the page's own words, one of the site's. */
  locale: string;
  title: string;
  description?: string | undefined;
  canonical?: string;
  /** The site's pages, for its menu. */
  menu: readonly MenuPage[];
  alternates?: Base['alternates'];
  /** Where the same page stands in another language; the blog's home in that language where it does not. */
  inLanguage?: (locale: string) => string | undefined;
  noindex?: boolean;
}

/** What every page of a site has: its head, its languages, its links. */
export function pageBase(context: PublicContext, site: Site, options: BaseOptions): Base {
  const { config } = context;
  const { locale } = options;
  const t = translator(locale);
  const portal = portalLocale(locale);
  const link = linksFrom(config, site);
  const theme = themeOf(context, site.theme);
  return {
    lang: stringsLocale(locale),
    dir: directionOf(stringsLocale(locale)),
    title: options.title,
    ...(options.description && { description: options.description }),
    ...(options.canonical && { canonical: options.canonical }),
    alternates: options.alternates ?? [],
    noindex: options.noindex === true || site.kind === PRACTICE,
    feed: {
      href: link(`${siteUrl(config, site)}/feed.xml`),
      label: t('feed.title', { name: siteName(site, locale) }),
    },
    stylesheet: `/assets/${theme.name}/${theme.assetHash}/${accentName(site.accent)}.css`,
    icon: `/assets/${theme.name}/${theme.assetHash}/icon.svg`,
    site: siteHead(context, site, options),
    languages: languageLinks(context, site, options),
    portal: { href: link(portalUrl(config, portal)), label: t('ministry.name') },
    missions: { href: link(missionsUrl(config, portal)), label: t('missions.label') },
    t,
  };
}

function siteHead(context: PublicContext, site: Site, { locale, menu, canonical }: BaseOptions): SiteHead {
  const name = wordsFor(site.name, locale, site.locales);
  const fullName = wordsFor(site.fullName, locale, site.locales);
  const notice = siteNotice(context, site, locale);
  return {
    name: name?.text ?? site.slug,
    ...(name?.tongue && { nameTongue: name.tongue }),
    ...(fullName && fullName.text !== name?.text && { fullName: fullName.text }),
    ...(fullName?.tongue && { fullNameTongue: fullName.tongue }),
    city: site.city,
    home: linksFrom(context.config, site)(homeUrl(context.config, site, locale)),
    isMinistry: isMinistry(site),
    ...(notice && { notice }),
    menu: menuLinks(context.config, site, locale, menu, canonical),
  };
}

function siteNotice({ config }: PublicContext, site: Site, locale: string): SiteNotice | undefined {
  if (site.status === 'open') return undefined;
  const note = wordsFor(site.statusNote, locale, site.locales);
  return {
    status: site.status,
    ...(note && { note: note.text }),
    ...(note?.tongue && { noteTongue: note.tongue }),
    servedBy: site.servedBy.map((other) => ({
      href: linksFrom(config, site)(`${siteUrl(config, other)}/`),
      label: inLanguage(other.name, locale) ?? other.slug,
    })),
  };
}

function languageLinks({ config }: PublicContext, site: Site, options: BaseOptions): LanguageLink[] {
  const links = site.locales.map((lang) => {
    const exact = options.inLanguage?.(lang);
    return {
      lang,
      dir: directionOf(lang),
      label: endonym(lang),
      href: linksFrom(config, site)(exact ?? homeUrl(config, site, lang)),
      current: lang === options.locale,
      exact: exact !== undefined || lang === options.locale,
    };
  });
  return links.length > 1 ? links : [];
}
