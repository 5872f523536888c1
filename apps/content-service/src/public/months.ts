import { formatMonth, translator } from '@warta/languages';
import type { MonthsPage } from '@warta/rendering';
import { type Site, siteName } from '@warta/sites';
import { findMonths, type Months, sooner } from '@warta/timeline';
import type { Answer } from '../pages/answer.ts';
import { type PublicContext, themeOf } from './context.ts';
import { listTags, type SiteFound } from './finders.ts';
import { alternates, HTML } from './home.ts';
import { archiveUrl, linksFrom, monthsUrl } from './links.ts';
import { pageBase, versionsOf } from './page-base.ts';

/** The months in which a site had posts and headlines, by year, newest first. */
export async function answerMonths(
  context: PublicContext,
  { site, readAt }: SiteFound,
  locale: string,
): Promise<Answer> {
  const { config } = context;
  const found = await findMonths(context.database.db, site.id, site.timezone);
  const around = await context.find.frame({ site: site.id, readAt });
  const t = translator(locale);
  const here = (lang: string) => monthsUrl(config, site, lang);
  const base = pageBase(context, site, {
    locale,
    title: t('title.of', { title: t('archive.heading'), name: siteName(site, locale) }),
    canonical: here(locale),
    frame: around.frame,
    alternates: alternates(site, here),
    inLanguage: here,
    noindex: found.months.length === 0,
  });
  const body = await context.draw(themeOf(context, site.theme), {
    kind: 'months',
    ...base,
    years: yearsOf(context, site, locale, found),
  });
  const readings = [{ tags: listTags(site.id, found.audiences), readAt }, around.reading];
  const freshForMs = sooner(found.freshForMs, around.freshForMs);
  const place = { site: site.id, locale };
  return { kind: 'page', body, type: HTML, readings, freshForMs, place, versions: versionsOf(base) };
}

function yearsOf(
  { config }: PublicContext,
  site: Site,
  locale: string,
  { months }: Months,
): MonthsPage['years'] {
  const link = linksFrom(config, site);
  const byYear = Map.groupBy(months, ({ month }) => month.slice(0, 'yyyy'.length));
  return [...byYear].map(([year, own]) => ({
    year,
    months: own.map(({ month, count }) => ({
      href: link(archiveUrl(config, site, locale, 'month', month)),
      label: formatMonth(new Date(`${month}-01T00:00:00Z`), locale),
      count: translator(locale)('archive.count', { count }),
    })),
  }));
}
