import { MINISTRY_SLUG, type Site, type SiteName } from '@warta/sites';
import type { Answer } from '../pages/answer.ts';
import { type Address, readAddress, readSiteAddress } from './address.ts';
import { answerAllEvents } from './all-events.ts';
import { answerArchive } from './archive.ts';
import { answerCalendar } from './calendar.ts';
import { answerCard } from './card.ts';
import { answerContact } from './contact.ts';
import type { PublicContext } from './context.ts';
import { answerEventCalendar } from './event-calendars.ts';
import { answerEvents } from './events.ts';
import { answerFeed } from './feeds/answer-feed.ts';
import { answerWideFeed } from './feeds/answer-wide-feed.ts';
import { answerHeadlines } from './headlines.ts';
import { answerHelp } from './help.ts';
import { answerHome } from './home.ts';
import { siteUrl } from './links.ts';
import { answerMissions, type MissionFilter } from './missions.ts';
import { answerMonths } from './months.ts';
import { answerNotice } from './notice.ts';
import { answerOpportunities } from './opportunities.ts';
import { answerPortal } from './portal.ts';
import { MINISTRY_STAND_IN } from './portal-base.ts';
import { answerPost } from './post.ts';
import { answerSearchAt } from './search/answer-search-at.ts';
import { answerShareCard } from './share-card.ts';
import { answerNews } from './sitemaps/answer-news.ts';
import { answerSitemap } from './sitemaps/answer-sitemap.ts';
import { answerSitemapIndex } from './sitemaps/answer-sitemap-index.ts';

/** A reader's request, reduced to what its answer depends on. */
export interface PublicRequest {
  /** The host it was sent to, where that is not the ministry's own. */
  ownHost: string | undefined;
  path: string;
  /** As it stands in the query, before it is known to be a number. */
  page: string | undefined;
  /** Whether a video is to be played: only then is its frame on the page. */
  video: boolean;
  filter: MissionFilter;
  /** The fields of the search form; empty at other addresses. */
  search: URLSearchParams;
}

interface Found {
  site: Site;
  readAt: number;
}

/** Answers an address, by the rules on languages, hosts and forms that `docs/addresses.md` lists. */
export async function answerAddress(context: PublicContext, request: PublicRequest): Promise<Answer> {
  const { ownHost } = request;
  const address = ownHost === undefined ? readAddress(request.path) : readSiteAddress(request.path);
  const name = siteNameOf(address, ownHost);
  const { site, readAt } = await context.find.site(name);
  if (!site) {
    const status = ownHost === undefined ? 404 : 421;
    return answerNotice(context, { site: MINISTRY_STAND_IN, readAt }, portalOf(request.path), status);
  }
  if (ownHost === undefined && site.host && address && 'site' in address) {
    const rest = `${request.path.slice(`/${site.slug}`.length) || '/'}${queryOf(request)}`;
    return { kind: 'redirect', status: 301, location: `${siteUrl(context.config, site)}${rest}` };
  }
  const answer = address && (await answerSite(context, { site, readAt }, address, request));
  return answer ?? answerNotice(context, { site, readAt }, noticeLocale(site, address), 404);
}

/** Words, on the site that an address names, that a page could not be made and it is nobody's doing. */
export async function answerTrouble(context: PublicContext, request: PublicRequest) {
  const { ownHost } = request;
  const address = ownHost === undefined ? readAddress(request.path) : readSiteAddress(request.path);
  const { site = MINISTRY_STAND_IN, readAt } = await context.find.site(siteNameOf(address, ownHost));
  const locale = site === MINISTRY_STAND_IN ? portalOf(request.path) : noticeLocale(site, address);
  return answerNotice(context, { site, readAt }, locale, 500);
}

function siteNameOf(address: Address | undefined, ownHost: string | undefined): SiteName {
  if (ownHost !== undefined) return { host: ownHost };
  const slug = address && 'site' in address ? address.site : undefined;
  return { slug: slug ?? MINISTRY_SLUG };
}

async function answerSite(
  context: PublicContext,
  found: Found,
  address: Address,
  request: PublicRequest,
): Promise<Answer | undefined> {
  const { site } = found;
  if (address.page === 'redirect') {
    return { kind: 'redirect', status: 301, location: `${address.path}${queryOf(request)}` };
  }
  if (request.video && address.page !== 'post') {
    return { kind: 'redirect', status: 301, location: request.path };
  }
  if (address.page === 'portal') return answerPortal(context, found, address.locale);
  if (address.page === 'missions') return answerMissions(context, found, address.locale, request.filter);
  if (address.page === 'help') return answerHelp(context, found, address.locale);
  if (address.page === 'all-events') return answerAllEvents(context, found, address.locale);
  if (address.page === 'all-events-calendar') return answerEventCalendar(context, found, { ofAll: true });
  if (address.page === 'events-calendar') return answerEventCalendar(context, found, { ofAll: false });
  if (address.page === 'card') return answerCard(context, found, address);
  if (address.page === 'feed') return answerFeed(context, found, address);
  if (address.page === 'wide-feed') return answerWideFeed(context, found, address);
  if (address.page === 'post') return answerPost(context, found, { ...address, play: request.video });
  if (address.page === 'calendar') return answerCalendar(context, found, address);

  if (address.page === 'contact') {
    return site.locales.includes(address.locale) ? answerContact(context, found, address.locale) : undefined;
  }

  if (address.page === 'share-card') return answerShareCard(context, found, address);
  if (address.page === 'sitemaps') return answerSitemapIndex(context, found);
  if (address.page === 'news') return answerNews(context, found);

  const page = pageNumber(request.page);
  if (page === undefined) return undefined;
  if (address.page === 'search' || address.page === 'search-all') {
    return answerSearchAt(context, found, address, { query: request.search, page });
  }
  if (address.page === 'sitemap') return answerSitemap(context, found, page);
  if (address.page !== 'home') {
    if (!site.locales.includes(address.locale)) return undefined;
    if (address.page === 'headlines') return answerHeadlines(context, found, address.locale, page);
    if (address.page === 'events') return answerEvents(context, found, { ...address, page });
    if (address.page === 'opportunities') return answerOpportunities(context, found, address.locale);
    if (address.page === 'months') return answerMonths(context, found, address.locale);
    return answerArchive(context, found, address, page);
  }
  const locale = address.locale ?? site.locales[0] ?? 'id';
  if (!site.locales.includes(locale)) return undefined;
  if (address.locale !== undefined && address.locale === site.locales[0]) {
    return { kind: 'redirect', status: 301, location: `${siteUrl(context.config, site)}/` };
  }
  return answerHome(context, found, locale, page);
}

/** What was typed into the search form goes along where its address has another form. */
const queryOf = ({ search }: PublicRequest) => (search.size > 0 ? `?${search}` : '');

/** A page from 1 on, in plain digits; undefined for anything else. */
function pageNumber(value: string | undefined): number | undefined {
  if (value === undefined) return 1;
  return /^[1-9]\d{0,4}$/.test(value) ? Number(value) : undefined;
}

/** The language of a site's words on what is not there: that of the address where the site has it. */
function noticeLocale(site: Site, address: Address | undefined): string {
  const asked = address && 'locale' in address ? address.locale : undefined;
  return asked !== undefined && site.locales.includes(asked) ? asked : (site.locales[0] ?? 'id');
}

const portalOf = (path: string) => (path.startsWith('/en/') ? 'en' : 'id');
