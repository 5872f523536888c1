import type { ReservedSlug } from '@warta/posts';
import type { Address } from './address.ts';
import { readLocale } from './address-locale.ts';
import { type Parts, settle } from './address-parts.ts';
import { archiveAt } from './archive-address.ts';
import { readSiteFeed } from './feeds/feed-address.ts';

const SLUG = /^[\p{L}\p{M}\p{N}]+(?:[-_.][\p{L}\p{M}\p{N}]+)*$/u;
const CALENDAR = '.ics';
const SHARE_CARD = /^(.+)\.([0-9a-f]{16})\.png$/;

/** What a site has once, whatever the language. */
const OF_SITE: Record<string, 'sitemap' | 'search' | 'events-calendar'> = {
  'sitemap.xml': 'sitemap',
  search: 'search',
  'events.ics': 'events-calendar',
};
/** What a site has once in each of its languages. */
const OF_LANGUAGE: Partial<Record<string, LanguagePage>> = {
  headlines: 'headlines',
  contact: 'contact',
  opportunities: 'opportunities',
  search: 'search',
} satisfies Partial<Record<ReservedSlug, LanguagePage>>;
type LanguagePage = 'headlines' | 'contact' | 'opportunities' | 'search';
const EVENTS: ReservedSlug = 'events';

/** Where a page of a site is: its slug, where it has no host of its own, and what its addresses begin with. */
interface Place {
  named: { site?: string };
  base: string;
}

/** Reads what a path asks of a site; `site` is the slug it begins with, absent on a host of the site's own. */
export function readSitePath(parts: Parts, site?: string): Address | undefined {
  const place: Place = {
    named: site === undefined ? {} : { site },
    base: site === undefined ? '/' : `/${site}/`,
  };
  const { named, base } = place;
  const rest = site === undefined ? parts.segments : parts.segments.slice(1);
  const feed = readSiteFeed(rest);
  if (feed) return settle(parts, `${base}${feed.right}`, { page: 'feed', ...named, ...feed.feed });
  const [word, ...more] = rest;
  if (word === undefined) return settle(parts, base, { page: 'home', ...named });
  const page = more.length === 0 && Object.hasOwn(OF_SITE, word) ? OF_SITE[word] : undefined;
  if (page) return settle(parts, `${base}${word}`, { page, ...named });
  const locale = readLocale(word);
  return locale === undefined ? undefined : readLocalPath(parts, place, locale, more);
}

function readLocalPath(
  parts: Parts,
  { named, base }: Place,
  locale: string,
  [slug, ...more]: string[],
): Address | undefined {
  const own = { ...named, locale };
  if (slug === undefined) return settle(parts, `${base}${locale}/`, { page: 'home', ...own });
  const words = slug.toLowerCase();
  if (!SLUG.test(words)) return undefined;
  const right = `${base}${locale}/${words}`;
  const archive = archiveAt(words, more);
  if (archive) return settle(parts, `${base}${locale}/${archive.path}`, { ...archive.page, ...own });
  if (words === EVENTS) return readEvents(parts, right, own, more);
  if (more.length > 0) return undefined;
  const page = Object.hasOwn(OF_LANGUAGE, words) ? OF_LANGUAGE[words] : undefined;
  return settle(parts, right, page ? { page, ...own } : postAt(words, own));
}

type Own = { site?: string; locale: string };

function readEvents(parts: Parts, right: string, own: Own, more: readonly string[]): Address | undefined {
  if (more.length === 0) return settle(parts, right, { page: 'events', ...own, past: false });
  const past = more.join('/').toLowerCase() === 'past';
  return past ? settle(parts, `${right}/past`, { page: 'events', ...own, past: true }) : undefined;
}

/** A post, or what comes with it: its event for calendars, its card. */
function postAt(words: string, own: Own): Address {
  const [, shared, name] = SHARE_CARD.exec(words) ?? [];
  if (shared && name) return { page: 'share-card', ...own, slug: shared, name };
  if (words.endsWith(CALENDAR)) return { page: 'calendar', ...own, slug: words.slice(0, -CALENDAR.length) };
  return { page: 'post', ...own, slug: words };
}
