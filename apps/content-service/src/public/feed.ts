import { bestText } from '@warta/languages';
import { type Site, siteName } from '@warta/sites';
import type { EntryText, TimelineEntry } from '@warta/timeline';
import { generateAtomFeed } from 'feedsmith';
import type { Answer } from '../pages/answer.ts';
import type { PublicContext } from './context.ts';
import { categoryName } from './entries.ts';
import type { SiteFound } from './finders.ts';
import { homeUrl, postUrl, siteUrl } from './links.ts';
import { translationMark } from './mission-part.ts';

const ATOM = 'application/atom+xml; charset=utf-8';
/** What XML 1.0 does not allow even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** What a site's home shows, in its first language, newest first, pins ignored (Atom, RFC 4287). */
export async function answerFeed(context: PublicContext, { site, readAt }: SiteFound): Promise<Answer> {
  const { config } = context;
  const locale = site.locales[0] ?? 'id';
  const { home, readings } = await context.find.home({ site: site.id, page: 1, readAt });
  const entries = [...home.pinned, ...home.headlines, ...home.posts]
    .sort((a, b) => b.publishAt.getTime() - a.publishAt.getTime())
    .flatMap((entry) => feedEntry(context, site, locale, entry) ?? []);
  const newest = Math.max(0, ...entries.map((entry) => entry.updated.getTime()));
  const body = generateAtomFeed({
    id: `${siteUrl(config, site)}/`,
    title: { value: clean(siteName(site, locale)) },
    updated: new Date(newest),
    links: [
      { href: homeUrl(config, site, locale), rel: 'alternate', type: 'text/html' },
      { href: `${siteUrl(config, site)}/feed.xml`, rel: 'self', type: 'application/atom+xml' },
    ],
    authors: [{ name: clean(siteName(site, locale)) }],
    entries,
  });
  return { kind: 'page', body, type: ATOM, readings, freshForMs: home.freshForMs };
}

function feedEntry({ config }: PublicContext, site: Site, locale: string, entry: TimelineEntry) {
  const text = bestText(entry.texts, locale, site.locales);
  if (!text) return undefined;
  return {
    id: `urn:uuid:${entry.post}`,
    title: { value: clean(text.title) },
    updated: new Date(Math.max(Date.parse(text.savedAt), entry.publishAt.getTime())),
    published: entry.publishAt,
    links: [
      { href: postUrl(config, site, text), rel: 'alternate', type: 'text/html', hreflang: text.locale },
    ],
    summary: { value: clean(summaryOf(site, locale, text)) },
    ...(entry.category && {
      categories: [{ term: entry.category, label: clean(categoryName(site, entry.category, locale)) }],
    }),
  };
}

/** Readers of feeds see no more of an entry than this: whose translation it is stands before it. */
function summaryOf(site: Site, locale: string, { title, summary, mission }: EntryText): string {
  const words = summary || title;
  return mission ? `${translationMark(site, locale)}. ${words}` : words;
}

const clean = (text: string) => text.replace(NOT_XML, '');
