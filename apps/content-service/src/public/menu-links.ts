import { bestText, directionOf, sameLanguage, stringsLocale } from '@warta/languages';
import { readDetails } from '@warta/posts';
import type { MenuLink } from '@warta/rendering';
import type { Site } from '@warta/sites';
import type { MenuPage } from '@warta/timeline';
import type { Config } from '../config.ts';
import { linksFrom, postUrl } from './links.ts';

/** The menu of a site for a page in `locale`; `here` is that page's own address. */
export function menuLinks(
  config: Config,
  site: Site,
  locale: string,
  pages: readonly MenuPage[],
  here?: string,
): MenuLink[] {
  return pages.flatMap((page) => {
    const text = bestText(page.texts, locale, site.locales);
    if (!text) return [];
    const url = postUrl(config, site, text);
    const { text: label, tongue } = labelOf(page, text, locale);
    return [{ href: linksFrom(config, site)(url), label, current: url === here, ...(tongue && { tongue }) }];
  });
}

/** The short label in the language of the text it leads to, or that text's title. */
function labelOf({ details }: MenuPage, text: MenuPage['texts'][number], locale: string) {
  const label = readDetails('page', { kind: 'page', details })?.label?.[text.locale];
  const title = { text: label ?? text.title };
  if (sameLanguage(text.locale, stringsLocale(locale))) return { ...title, tongue: undefined };
  return { ...title, tongue: { lang: text.locale, dir: directionOf(text.locale) } };
}
