import { directionOf, endonym, stringsLocale, translator } from '@warta/languages';
import { accentName, type LanguageLink, type Page as PageModel } from '@warta/rendering';
import { isMission, PRACTICE, type Site, siteName } from '@warta/sites';
import type { Frame } from '@warta/timeline';
import { type PublicContext, themeOf } from './context.ts';
import { siteFeedUrl } from './feeds/feed-address.ts';
import { feedLinks } from './feeds/feed-links.ts';
import { helpUrl, homeUrl, linksFrom, missionsUrl, portalLocale, portalUrl } from './links.ts';
import { reachOf } from './reach.ts';
import { siteHead } from './site-head.ts';

type Base = Omit<Extract<PageModel, { kind: 'notice' }>, 'kind' | 'status' | 'heading' | 'message' | 'back'>;

export interface BaseOptions {
  /** The language of the page's own words, one of the site's. */
  locale: string;
  title: string;
  description?: string | undefined;
  canonical?: string;
  /** What stands around every page of the site; absent where the database could not be asked. */
  frame: Frame | undefined;
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
  const reach = options.frame && reachOf(config, site, locale, options.frame);
  return {
    lang: stringsLocale(locale),
    dir: directionOf(stringsLocale(locale)),
    title: options.title,
    ...(options.description && { description: options.description }),
    ...(options.canonical && { canonical: options.canonical }),
    alternates: options.alternates ?? [],
    noindex: options.noindex === true || site.kind === PRACTICE,
    feeds: feedLinks(t('feed.title', { name: siteName(site, locale) }), (form) =>
      link(siteFeedUrl(config, site, { locale, form })),
    ),
    stylesheet: `/assets/${theme.name}/${theme.assetHash}/${accentName(site.accent)}.css`,
    icon: `/assets/${theme.name}/${theme.assetHash}/icon.svg`,
    site: siteHead(config, site, options),
    ...(reach && { reach }),
    languages: languageLinks(context, site, options),
    portal: { href: link(portalUrl(config, portal)), label: t('ministry.name') },
    missions: { href: link(missionsUrl(config, portal)), label: t('missions.label') },
    help: { href: link(helpUrl(config, portal, servedFrom(site))), label: t('help.label') },
    t,
  };
}

/** The country where readers of a mission's pages most likely are. */
const servedFrom = (site: Site) =>
  isMission(site) && site.region !== 'multilateral' ? site.country : undefined;

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
