import { translator } from '@warta/languages';
import { pictureSources, wordsIn } from '@warta/media';
import type { HomePage } from '@warta/rendering';
import { type Site, siteName } from '@warta/sites';
import type { Frame } from '@warta/timeline';
import type { Answer } from '../pages/answer.ts';
import { type PublicContext, themeOf } from './context.ts';
import { toEntries } from './entries.ts';
import type { SiteFound } from './finders.ts';
import { homeUrl, linksFrom, siteUrl } from './links.ts';
import { pageBase, versionsOf } from './page-base.ts';

export const HTML = 'text/html; charset=utf-8';

/** A site's home in one of its languages, `page` counted from 1; undefined beyond the last page. */
export async function answerHome(
  context: PublicContext,
  { site, readAt }: SiteFound,
  locale: string,
  page: number,
): Promise<Answer | undefined> {
  const { config } = context;
  const { home, readings } = await context.find.home({ site: site.id, page, readAt });
  if (page > 1 && home.posts.length === 0) return undefined;
  const t = translator(locale);
  const name = siteName(site, locale);
  const link = linksFrom(config, site);
  const here = (lang: string, number = page) => pageUrl(homeUrl(config, site, lang), number);
  const hero = heroOf(home.frame, locale);
  const base = pageBase(context, site, {
    locale,
    title: page > 1 ? t('title.page', { title: name, page }) : name,
    canonical: here(locale),
    frame: home.frame,
    alternates: page > 1 ? [] : alternates(site, here),
    inLanguage: (lang) => here(lang, 1),
  });
  const body = await context.draw(themeOf(context, site.theme), {
    kind: 'home',
    ...base,
    ...(page === 1 && hero),
    pinned: toEntries(config, site, locale, home.pinned),
    headlines: toEntries(config, site, locale, home.headlines),
    ...(home.moreHeadlines && { allHeadlines: link(`${siteUrl(config, site)}/${locale}/headlines`) }),
    posts: toEntries(config, site, locale, home.posts),
    page,
    ...(page > 1 && { newer: link(here(locale, page - 1)) }),
    ...(home.older && { older: link(here(locale, page + 1)) }),
  });
  const place = { site: site.id, locale };
  return {
    kind: 'page',
    body,
    type: HTML,
    readings,
    freshForMs: home.freshForMs,
    place,
    versions: versionsOf(base),
  };
}

/** The site's large picture, with the language of its words. */
function heroOf({ hero }: Frame, locale: string): Pick<HomePage, 'hero'> {
  if (!hero) return {};
  const lang = wordsIn(hero.alt, locale)?.lang ?? locale;
  return { hero: { picture: pictureSources(hero, locale), lang } };
}

/** Page one has the plain address. */
export function pageUrl(url: string, page: number): string {
  return page > 1 ? `${url}?page=${page}` : url;
}

/** The addresses of a page of the site in its languages, for search engines. */
export function alternates(site: Site, here: (lang: string) => string) {
  const first = site.locales[0] ?? 'id';
  return [
    ...site.locales.map((lang) => ({ lang, href: here(lang) })),
    { lang: 'x-default', href: here(first) },
  ];
}
