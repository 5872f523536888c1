import { readLocale } from './address-locale.ts';
import { type ArchiveBy, archiveAt } from './archive-address.ts';
import {
  readSiteFeed,
  readWideFeed,
  type SiteFeedAddress,
  type WideFeedAddress,
} from './feeds/feed-address.ts';

/** What a public address asks for. `site` is a slug; it is absent on a host that belongs to one site. */
export type Address =
  | { page: 'portal'; locale: PortalLocale }
  | { page: 'missions'; locale: PortalLocale }
  | { page: 'help'; locale: PortalLocale }
  /** What all missions invite to, as a page or for calendars. */
  | { page: 'all-events'; locale: PortalLocale }
  | { page: 'all-events-calendar' }
  /** Whom to reach at a site, for the contacts of a phone. */
  | { page: 'card'; locale: PortalLocale; of: string }
  | { page: 'home'; site?: string; locale?: string }
  | { page: 'headlines'; site?: string; locale: string }
  | { page: 'contact'; site?: string; locale: string }
  /** What is to come, or over. */
  | { page: 'events'; site?: string; locale: string; past: boolean }
  | { page: 'events-calendar'; site?: string }
  | { page: 'opportunities'; site?: string; locale: string }
  /** The months in which there were posts, and what those of one category, tag, kind or month are. */
  | { page: 'months'; site?: string; locale: string }
  | { page: 'archive'; site?: string; locale: string; by: ArchiveBy; name: string }
  | { page: 'post'; site?: string; locale: string; slug: string }
  /** The event of that post, for a calendar. */
  | { page: 'calendar'; site?: string; locale: string; slug: string }
  /** The card of that text, by the name of its words. */
  | { page: 'share-card'; site?: string; locale: string; slug: string; name: string }
  | { page: 'search'; site?: string; locale?: string }
  | { page: 'search-all'; locale: PortalLocale }
  | ({ page: 'feed'; site?: string } & SiteFeedAddress)
  /** A feed beyond one site. */
  | ({ page: 'wide-feed' } & WideFeedAddress)
  /** The pages of one site; the sitemaps of all; what is new. Without a host of its own, a site has the first alone. */
  | { page: 'sitemap'; site?: string }
  | { page: 'sitemaps' }
  | { page: 'news' }
  /** The address is right but for its form (case, slashes); `path` is the right one. */
  | { page: 'redirect'; path: string };

/** The languages of the ministry's portal: Indonesian at `/`, English at `/en/`. */
export const PORTAL_LOCALES = ['id', 'en'] as const;
export type PortalLocale = (typeof PORTAL_LOCALES)[number];

const SITE = /^[a-z][a-z0-9-]{3,39}$/;
const SLUG = /^[\p{L}\p{M}\p{N}]+(?:[-_.][\p{L}\p{M}\p{N}]+)*$/u;
const SEARCH = 'search';
/** Which page of all sites a word leads to. */
const OF_ALL = { missions: 'missions', help: 'help', search: 'search-all', events: 'all-events' } as const;
/** Sixty letters of a tag, each of which may take nine signs, and what stands before them. */
const LONGEST = 640;
const SITEMAP = '/sitemap.xml';
const NEWS = '/news-sitemap.xml';
const EVENTS = 'events.ics';
const CALENDAR = '.ics';
const SHARE_CARD = /^(.+)\.([0-9a-f]{16})\.png$/;
const CARD = /^([a-z][a-z0-9-]{3,39})\.vcf$/;

/** Reads a path of the ministry's own host; undefined where no such address can exist. */
export function readAddress(path: string): Address | undefined {
  const parts = split(path);
  if (!parts) return undefined;
  const [first, second] = parts.segments;
  if (first === undefined) return { page: 'portal', locale: 'id' };
  if (first === EVENTS && second === undefined)
    return settle(parts, `/${EVENTS}`, { page: 'all-events-calendar' });
  if (first === 'en' && second === undefined) return settle(parts, '/en/', { page: 'portal', locale: 'en' });
  if (parts.path === SITEMAP) return { page: 'sitemaps' };
  if (parts.path === NEWS) return { page: 'news' };
  const wide = readWideFeed(parts.segments);
  if (wide) return settle(parts, `/${wide.right}`, { page: 'wide-feed', ...wide.feed });
  const ofAll = first === 'en' ? readOfAll(parts, 'en') : readOfAll(parts, 'id');
  if (ofAll) return ofAll;
  const site = first.toLowerCase();
  if (!SITE.test(site)) return undefined;
  return readSitePath(parts, site);
}

/** Reads a path of a host that belongs to one site. */
export function readSiteAddress(path: string): Address | undefined {
  const parts = split(path);
  if (parts?.path === NEWS) return { page: 'news' };
  return parts && readSitePath(parts);
}

/** The ministry's pages on all missions: the directory, and whom to reach where. */
function readOfAll(parts: Parts, locale: PortalLocale): Address | undefined {
  const base = locale === 'en' ? '/en' : '';
  const [word, card, ...more] = locale === 'en' ? parts.segments.slice(1) : parts.segments;
  const isOfAll = word === 'missions' || word === 'help' || word === 'search' || word === 'events';
  if (more.length > 0 || !isOfAll) return undefined;
  if (card === undefined) return settle(parts, `${base}/${word}`, { page: OF_ALL[word], locale });
  const of = word === 'help' ? CARD.exec(card)?.[1] : undefined;
  return of ? settle(parts, `${base}/help/${of}.vcf`, { page: 'card', locale, of }) : undefined;
}

interface Parts {
  path: string;
  segments: string[];
}

function split(path: string): Parts | undefined {
  if (!path.startsWith('/') || path.includes('//') || path.length > LONGEST) return undefined;
  try {
    const decoded = decodeURIComponent(path).normalize('NFC');
    const segments = decoded.split('/').filter((segment) => segment !== '');
    return { path: decoded, segments };
  } catch {
    return undefined;
  }
}

function readSitePath(parts: Parts, site?: string): Address | undefined {
  const base = site === undefined ? '/' : `/${site}/`;
  const named = site === undefined ? {} : { site };
  const rest = site === undefined ? parts.segments : parts.segments.slice(1);
  const feed = readSiteFeed(rest);
  if (feed) return settle(parts, `${base}${feed.right}`, { page: 'feed', ...named, ...feed.feed });
  const [word, slug, ...more] = rest;
  if (word === SITEMAP.slice(1) && slug === undefined)
    return settle(parts, `${base}sitemap.xml`, { page: 'sitemap', ...named });
  if (word === undefined) return settle(parts, base, { page: 'home', ...named });
  if (word === SEARCH && slug === undefined)
    return settle(parts, `${base}${SEARCH}`, { page: 'search', ...named });
  if (word === EVENTS && slug === undefined) {
    return settle(parts, `${base}${EVENTS}`, { page: 'events-calendar', ...named });
  }
  const locale = readLocale(word);
  if (!locale) return undefined;
  if (slug === undefined) return settle(parts, `${base}${locale}/`, { page: 'home', ...named, locale });
  const words = slug.toLowerCase();
  if (!SLUG.test(words)) return undefined;
  const right = `${base}${locale}/${words}`;
  const archive = archiveAt(words, more);
  if (archive)
    return settle(parts, `${base}${locale}/${archive.path}`, { ...archive.page, ...named, locale });
  if (words === 'events' && more.join('/').toLowerCase() === 'past') {
    return settle(parts, `${right}/past`, { page: 'events', ...named, locale, past: true });
  }
  if (more.length > 0) return undefined;
  if (words === 'events') return settle(parts, right, { page: 'events', ...named, locale, past: false });
  if (words === 'headlines' || words === 'contact' || words === 'opportunities')
    return settle(parts, right, { page: words, ...named, locale });
  const [, shared, name] = SHARE_CARD.exec(words) ?? [];
  if (shared && name)
    return settle(parts, right, { page: 'share-card', ...named, locale, slug: shared, name });
  if (words === SEARCH) return settle(parts, right, { page: 'search', ...named, locale });
  if (words.endsWith(CALENDAR)) {
    const post = words.slice(0, -CALENDAR.length);
    return settle(parts, right, { page: 'calendar', ...named, locale, slug: post });
  }
  return settle(parts, right, { page: 'post', ...named, locale, slug: words });
}

function settle(parts: Parts, right: string, address: Address): Address {
  return parts.path === right
    ? address
    : { page: 'redirect', path: right.split('/').map(encodeURIComponent).join('/') };
}
