import { translator } from '@warta/languages';
import { siteName } from '@warta/sites';
import { findEvents, sooner } from '@warta/timeline';
import type { Answer } from '../pages/answer.ts';
import { type PublicContext, themeOf } from './context.ts';
import { toEntries } from './entries.ts';
import type { SiteFound } from './finders.ts';
import { alternates, HTML, pageUrl } from './home.ts';
import { allEventsUrl, eventsUrl, linksFrom, portalLocale, siteUrl } from './links.ts';
import { pageBase, versionsOf } from './page-base.ts';

/** How many of those to come stand on a page; calendars have more. */
export const MOST_COMING = 100;
const A_PAGE = 20;

interface EventsAsked {
  locale: string;
  /** Those that are over, page by page, and not those to come. */
  past: boolean;
  page: number;
}

/** A site's events, those to come or those that are over; undefined for a page of them that is not there. */
export async function answerEvents(
  context: PublicContext,
  { site, readAt }: SiteFound,
  { locale, past, page }: EventsAsked,
): Promise<Answer | undefined> {
  const { config, database } = context;
  const part = past ? { past, skip: (page - 1) * A_PAGE, most: A_PAGE } : { most: MOST_COMING };
  const found = await findEvents(database.db, { site: site.id, ...part });
  if (page > 1 && (!past || found.events.length === 0)) return undefined;
  const around = await context.find.frame({ site: site.id, readAt });
  const t = translator(locale);
  const link = linksFrom(config, site);
  const here = (lang: string, number = page) => pageUrl(eventsUrl(config, site, lang, past), number);
  const heading = t(past ? 'events.over' : 'events.heading');
  const other = {
    href: link(eventsUrl(config, site, locale, !past)),
    label: t(past ? 'events.heading' : 'events.over'),
  };
  const base = pageBase(context, site, {
    locale,
    title: t('title.of', { title: heading, name: siteName(site, locale) }),
    canonical: here(locale),
    frame: around.frame,
    alternates: page > 1 ? [] : alternates(site, here),
    inLanguage: (lang) => here(lang, 1),
    noindex: found.events.length === 0,
  });
  const body = await context.draw(themeOf(context, site.theme), {
    kind: 'lines',
    ...base,
    heading,
    entries: toEntries(config, site, locale, found.events),
    empty: t(past ? 'events.over.none' : 'events.none'),
    more: [
      other,
      { href: link(`${siteUrl(config, site)}/events.ics`), label: t('events.calendar') },
      { href: link(allEventsUrl(config, portalLocale(locale))), label: t('events.all') },
    ],
    page,
    ...(page > 1 && { newer: link(here(locale, page - 1)) }),
    ...(past && found.more && { older: link(here(locale, page + 1)) }),
  });
  const readings = [{ tags: [`site:${site.id}`], readAt }, around.reading];
  const freshForMs = sooner(found.freshForMs, around.freshForMs);
  const place = { site: site.id, locale };
  return { kind: 'page', body, type: HTML, readings, freshForMs, place, versions: versionsOf(base) };
}
