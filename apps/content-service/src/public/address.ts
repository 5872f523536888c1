import type { ReservedSite } from '@warta/sites';
import { type Parts, settle, splitPath } from './address-parts.ts';
import type { ArchiveBy } from './archive-address.ts';
import { readWideFeed, type SiteFeedAddress, type WideFeedAddress } from './feeds/feed-address.ts';
import { readSitePath } from './site-address.ts';

/** What a public address asks for. `site` is a slug; it is absent on a host that belongs to one site. */
export type Address =
  | { page: 'portal'; locale: PortalLocale }
  | { page: 'missions'; locale: PortalLocale }
  /** All missions as dots on a map. */
  | { page: 'map' }
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
/** Which page of all sites a word leads to. */
const OF_ALL = {
  missions: 'missions',
  help: 'help',
  search: 'search-all',
  events: 'all-events',
} as const satisfies Partial<Record<ReservedSite, Address['page']>>;
const SITEMAP = '/sitemap.xml';
/** Where the map of all missions is. */
export const MAP_PATH = '/missions/map.svg';
const NEWS = '/news-sitemap.xml';
const EVENTS = 'events.ics';
const CARD = /^([a-z][a-z0-9-]{3,39})\.vcf$/;

/** Reads a path of the ministry's own host; undefined where no such address can exist. */
export function readAddress(path: string): Address | undefined {
  const parts = splitPath(path);
  if (!parts) return undefined;
  const [first, second] = parts.segments;
  if (first === undefined) return { page: 'portal', locale: 'id' };
  if (first === EVENTS && second === undefined)
    return settle(parts, `/${EVENTS}`, { page: 'all-events-calendar' });
  if (first === 'en' && second === undefined) return settle(parts, '/en/', { page: 'portal', locale: 'en' });
  if (parts.path === SITEMAP) return { page: 'sitemaps' };
  if (parts.path === NEWS) return { page: 'news' };
  if (parts.path === MAP_PATH) return { page: 'map' };
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
  const parts = splitPath(path);
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
