import { formatMonth, translator } from '@warta/languages';
import { type Site, siteName } from '@warta/sites';
import { type Archive, findArchive, sooner } from '@warta/timeline';
import type { Config } from '../config.ts';
import type { Answer } from '../pages/answer.ts';
import type { ArchiveBy } from './archive-address.ts';
import { type PublicContext, themeOf } from './context.ts';
import { categoryName, tagLabel, toEntries } from './entries.ts';
import { siteFeedUrl } from './feeds/feed-address.ts';
import { feedLinks } from './feeds/feed-links.ts';
import { listTags, type SiteFound } from './finders.ts';
import { alternates, HTML, pageUrl } from './home.ts';
import { archiveUrl, linksFrom } from './links.ts';
import { pageBase, versionsOf } from './page-base.ts';

/** Search engines are not sent to an archive of fewer posts: those speak for themselves. */
const THIN = 3;

interface ArchiveAsked {
  locale: string;
  by: ArchiveBy;
  name: string;
}

/** A site's posts and headlines of one category, tag, kind or month; undefined where there are none. */
export async function answerArchive(
  context: PublicContext,
  { site, readAt }: SiteFound,
  { locale, by, name }: ArchiveAsked,
  page: number,
): Promise<Answer | undefined> {
  const { config } = context;
  const of = by === 'month' ? { by, name, timeZone: site.timezone } : { by, name };
  const archive = await findArchive(context.database.db, site.id, of, page);
  const entries = toEntries(config, site, locale, archive.entries);
  if (entries.length === 0) return undefined;
  const around = await context.find.frame({ site: site.id, readAt });
  const t = translator(locale);
  const link = linksFrom(config, site);
  const here = (lang: string, number = page) => pageUrl(archiveUrl(config, site, lang, by, name), number);
  const heading = headingOf(site, locale, by, name);
  const title = t('title.of', { title: heading, name: siteName(site, locale) });
  const base = pageBase(context, site, {
    locale,
    title: page > 1 ? t('title.page', { title, page }) : title,
    canonical: here(locale),
    frame: around.frame,
    alternates: page > 1 ? [] : alternates(site, here),
    inLanguage: (lang) => here(lang, 1),
    noindex: isThin(archive, page),
  });
  const body = await context.draw(themeOf(context, site.theme), {
    kind: 'archive',
    ...base,
    ...(by === 'category' && { feeds: categoryFeeds(config, site, locale, name) }),
    about: t(`archive.${by}`),
    heading,
    entries,
    page,
    ...(page > 1 && { newer: link(here(locale, page - 1)) }),
    ...(archive.older && { older: link(here(locale, page + 1)) }),
  });
  const readings = [{ tags: listTags(site.id, archive.audiences), readAt }, around.reading];
  const freshForMs = sooner(archive.freshForMs, around.freshForMs);
  const place = { site: site.id, locale };
  return { kind: 'page', body, type: HTML, readings, freshForMs, place, versions: versionsOf(base) };
}

/** The feeds of what a page of a category lists, by the name they have themselves. */
function categoryFeeds(config: Config, site: Site, locale: string, category: string) {
  const t = translator(locale);
  const whole = t('feed.title', { name: siteName(site, locale) });
  const title = t('title.of', { title: categoryName(site, category, locale), name: whole });
  return feedLinks(title, (form) =>
    linksFrom(config, site)(siteFeedUrl(config, site, { locale, category, form })),
  );
}

const isThin = ({ entries, older }: Archive, page: number) => page === 1 && !older && entries.length < THIN;

/** What the posts have in common, in words. */
function headingOf(site: Site, locale: string, by: ArchiveBy, name: string): string {
  if (by === 'category') return categoryName(site, name, locale);
  if (by === 'kind') return translator(locale)(`archive.kind.${name}`);
  if (by === 'month') return formatMonth(new Date(`${name}-01T00:00:00Z`), locale);
  return tagLabel(name, locale, 'und').label;
}
