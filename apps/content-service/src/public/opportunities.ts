import { translator } from '@warta/languages';
import { siteName } from '@warta/sites';
import { findOpportunities, sooner } from '@warta/timeline';
import type { Answer } from '../pages/answer.ts';
import { type PublicContext, themeOf } from './context.ts';
import { toEntries } from './entries.ts';
import { MOST_COMING } from './events.ts';
import type { SiteFound } from './finders.ts';
import { alternates, HTML } from './home.ts';
import { archiveUrl, linksFrom, opportunitiesUrl } from './links.ts';
import { pageBase, versionsOf } from './page-base.ts';

/** What one can still apply for at a site, what closes first standing first. */
export async function answerOpportunities(
  context: PublicContext,
  { site, readAt }: SiteFound,
  locale: string,
): Promise<Answer> {
  const { config } = context;
  const found = await findOpportunities(context.database.db, site.id, MOST_COMING);
  const around = await context.find.frame({ site: site.id, readAt });
  const t = translator(locale);
  const here = (lang: string) => opportunitiesUrl(config, site, lang);
  const all = linksFrom(config, site)(archiveUrl(config, site, locale, 'kind', 'opportunity'));
  const base = pageBase(context, site, {
    locale,
    title: t('title.of', { title: t('opportunities.heading'), name: siteName(site, locale) }),
    canonical: here(locale),
    frame: around.frame,
    alternates: alternates(site, here),
    inLanguage: here,
    noindex: found.opportunities.length === 0,
  });
  const body = await context.draw(themeOf(context, site.theme), {
    kind: 'lines',
    ...base,
    heading: t('opportunities.heading'),
    entries: toEntries(config, site, locale, found.opportunities),
    empty: t('opportunities.none'),
    more: found.opportunities.length > 0 ? [{ href: all, label: t('opportunities.all') }] : [],
    page: 1,
  });
  const readings = [{ tags: [`site:${site.id}`], readAt }, around.reading];
  const freshForMs = sooner(found.freshForMs, around.freshForMs);
  const place = { site: site.id, locale };
  return { kind: 'page', body, type: HTML, readings, freshForMs, place, versions: versionsOf(base) };
}
