import { translator } from '@warta/languages';
import { siteName } from '@warta/sites';
import { findHeadlineList, sooner } from '@warta/timeline';
import type { Answer } from '../pages/answer.ts';
import { type PublicContext, themeOf } from './context.ts';
import { toEntries } from './entries.ts';
import { listTags, type SiteFound } from './finders.ts';
import { alternates, HTML, pageUrl } from './home.ts';
import { linksFrom, siteUrl } from './links.ts';
import { pageBase, versionsOf } from './page-base.ts';

/** Everything the ministry sent to a site, newest first; undefined beyond the last page. */
export async function answerHeadlines(
  context: PublicContext,
  { site, readAt }: SiteFound,
  locale: string,
  page: number,
): Promise<Answer | undefined> {
  const { config } = context;
  const list = await findHeadlineList(context.database.db, site.id, page);
  if (page > 1 && list.headlines.length === 0) return undefined;
  const around = await context.find.frame({ site: site.id, readAt });
  const t = translator(locale);
  const link = linksFrom(config, site);
  const here = (lang: string, number = page) => pageUrl(`${siteUrl(config, site)}/${lang}/headlines`, number);
  const title = t('title.of', { title: t('headlines.heading'), name: siteName(site, locale) });
  const base = pageBase(context, site, {
    locale,
    title: page > 1 ? t('title.page', { title, page }) : title,
    canonical: here(locale),
    frame: around.frame,
    alternates: page > 1 ? [] : alternates(site, here),
    inLanguage: (lang) => here(lang, 1),
  });
  const body = await context.draw(themeOf(context, site.theme), {
    kind: 'headlines',
    ...base,
    headlines: toEntries(config, site, locale, list.headlines),
    page,
    ...(page > 1 && { newer: link(here(locale, page - 1)) }),
    ...(list.older && { older: link(here(locale, page + 1)) }),
  });
  const tags = listTags(site.id, list.audiences);
  const freshForMs = sooner(list.freshForMs, around.freshForMs);
  const place = { site: site.id, locale };
  return {
    kind: 'page',
    body,
    type: HTML,
    readings: [{ tags, readAt }, around.reading],
    freshForMs,
    place,
    versions: versionsOf(base),
  };
}
