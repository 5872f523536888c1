import { directionOf, endonym, stringsLocale, translator, withoutIsolates } from '@warta/languages';
import { type LanguageLink, type Page as PageModel, stylesheetName } from '@warta/rendering';
import { isMission, PRACTICE, type Site, siteName } from '@warta/sites';
import type { Frame } from '@warta/timeline';
import type { Config } from '../config.ts';
import type { LanguageVersion } from '../pages/answer.ts';
import { type PublicContext, themeOf } from './context.ts';
import { siteDescription } from './description.ts';
import { siteFeedUrl } from './feeds/feed-address.ts';
import { feedLinks } from './feeds/feed-links.ts';
import { helpUrl, homeUrl, linksFrom, missionsUrl, portalLocale, portalUrl, searchUrl } from './links.ts';
import { reachOf } from './reach.ts';
import { type ShareOptions, shareHead } from './share-head.ts';
import { shownSettings } from './shown-settings.ts';
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
  share?: ShareOptions;
}

/** What every page of a site has: its head, its languages, its links. */
export function pageBase(context: PublicContext, site: Site, options: BaseOptions): Base {
  const { config } = context;
  const { locale } = options;
  const t = translator(locale);
  const portal = portalLocale(locale);
  const link = linksFrom(config, site);
  const theme = themeOf(context, site.theme);
  const settings = shownSettings(context, theme, site, locale);
  const reach = options.frame && reachOf(config, site, locale, options.frame);
  const noindex = options.noindex === true || site.kind === PRACTICE;
  const head = siteHead(config, site, options);
  const share = noindex ? undefined : shareOf(config, site, options, head.name);
  return {
    lang: stringsLocale(locale),
    dir: directionOf(stringsLocale(locale)),
    title: options.title,
    description: withoutIsolates(options.description || siteDescription(site, head, locale)),
    ...(options.canonical && { canonical: options.canonical }),
    alternates: options.alternates ?? [],
    noindex,
    ...(share && { share }),
    feeds: feedLinks(t('feed.title', { name: siteName(site, locale) }), (form) =>
      link(siteFeedUrl(config, site, { locale, form })),
    ),
    stylesheet: `/assets/${theme.name}/${theme.assetHash}/${stylesheetName(theme, site.accent, settings)}`,
    icon: `/assets/${theme.name}/${theme.assetHash}/icon.svg`,
    site: head,
    ...(reach && { reach }),
    languages: languageLinks(context, site, options),
    portal: { href: link(portalUrl(config, portal)), label: t('ministry.name') },
    missions: { href: link(missionsUrl(config, portal)), label: t('missions.label') },
    theme: { name: theme.name, settings },
    help: { href: link(helpUrl(config, portal, servedFrom(site))), label: t('help.label') },
    search: { href: link(searchUrl(config, site, locale)), label: t('search.label') },
    t,
  };
}

/** With the site's own picture where the page has none. */
function shareOf(config: Config, site: Site, options: BaseOptions, siteName: string) {
  const { locale, title, canonical: url, frame, alternates = [], share } = options;
  const picture = frame?.hero ?? frame?.logo ?? null;
  return url && shareHead(config, site, { title, picture, ...share, locale, url, siteName, alternates });
}

/** Where a page stands in the other languages of its site. */
export const versionsOf = ({ languages }: Pick<Base, 'languages'>): LanguageVersion[] =>
  languages.flatMap(({ lang, href, exact, current }) => (exact && !current ? [{ lang, href }] : []));

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
