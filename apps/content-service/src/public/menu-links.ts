import { bestText, directionOf, sameLanguage, stringsLocale, translator } from '@warta/languages';
import { readDetails } from '@warta/posts';
import type { MenuLink } from '@warta/rendering';
import type { MenuLink as OwnLink, Site } from '@warta/sites';
import type { MenuPage } from '@warta/timeline';
import type { Config } from '../config.ts';
import { contactUrl, linksFrom, postUrl, siteUrl } from './links.ts';
import { wordsFor } from './tongue.ts';

/** An entry with its absolute address. */
interface Target {
  url: string;
  link: Omit<MenuLink, 'href' | 'current'>;
}

/**
 * The menu of a site for a page in `locale`: whom to reach, the site's own links in their order, then those of its
 * pages that none of these leads to. `here` is the address of the page itself.
 */
export function menuLinks(
  config: Config,
  site: Site,
  locale: string,
  pages: readonly MenuPage[],
  here?: string,
): MenuLink[] {
  const contact = {
    url: contactUrl(config, site, locale),
    link: { label: translator(locale)('contact.link') },
  };
  const own = site.menu.flatMap((link) => ownLink(config, site, locale, link, pages) ?? []);
  const others = pages.flatMap((page) => pageLink(config, site, locale, page) ?? []);
  const all = own.some(({ url }) => url === contact.url) ? own : [contact, ...own];
  const unlinked = others.filter(({ url }) => !own.some((link) => link.url === url));
  return [...all, ...unlinked].map(({ url, link }) => ({
    href: linksFrom(config, site)(url),
    current: url === here,
    ...link,
  }));
}

function pageLink(config: Config, site: Site, locale: string, page: MenuPage): Target | undefined {
  const text = bestText(page.texts, locale, site.locales);
  return text && { url: postUrl(config, site, text), link: labelOf(page, text, locale) };
}

/** The short label in the language of the text it leads to, or that text's title. */
function labelOf({ details }: MenuPage, text: MenuPage['texts'][number], locale: string): Target['link'] {
  const label = readDetails('page', { kind: 'page', details })?.label?.[text.locale] ?? text.title;
  if (sameLanguage(text.locale, stringsLocale(locale))) return { label };
  return { label, tongue: { lang: text.locale, dir: directionOf(text.locale) } };
}

function ownLink(
  config: Config,
  site: Site,
  locale: string,
  { label, address }: OwnLink,
  pages: readonly MenuPage[],
): Target | undefined {
  const words = wordsFor(label, locale, site.locales);
  if (!words) return undefined;
  const { url, external } = leadsTo(config, site, locale, address, pages);
  return {
    url,
    link: { label: words.text, ...(words.tongue && { tongue: words.tongue }), ...(external && { external }) },
  };
}

/**
 * Where an address that a site has set leads from a page in `locale`, and whether that is outside. A page of the site
 * is reached in the reader's language, whichever language the address names.
 */
export function leadsTo(
  config: Config,
  site: Site,
  locale: string,
  address: string,
  pages: readonly MenuPage[],
): { url: string; external: boolean } {
  const url = absolute(config, site, address);
  const page = pages.find(({ texts }) => texts.some((text) => postUrl(config, site, text) === url));
  const best = page && bestText(page.texts, locale, site.locales);
  if (best) return { url: postUrl(config, site, best), external: false };
  if (site.locales.some((lang) => contactUrl(config, site, lang) === url)) {
    return { url: contactUrl(config, site, locale), external: false };
  }
  const isOurs = [config.publicUrl, siteUrl(config, site)].some((ours) => `${url}/`.startsWith(`${ours}/`));
  return { url, external: !isOurs };
}

/** The address that a path of this service or an address elsewhere stands for. */
function absolute(config: Config, site: Site, address: string): string {
  const url = new URL(address, config.publicUrl).href;
  const inSite = `${config.publicUrl}/${site.slug}/`;
  return url.startsWith(inSite) ? `${siteUrl(config, site)}/${url.slice(inSite.length)}` : url;
}
