export type { ArchiveOf } from './archive-of.ts';
export type { FeedEntry, FoundFeed } from './feed-rows.ts';
export { type Archive, findArchive } from './find-archive.ts';
export { type Beside, type BesidePost, type BesideWanted, findBeside } from './find-beside.ts';
export { type FoundBody, findBodies } from './find-bodies.ts';
export { type ChangedFeeds, findChangedFeeds } from './find-changed-feeds.ts';
export { type EventEntry, type EventSite, type EventsFound, findEvents } from './find-events.ts';
export { findFeed } from './find-feed.ts';
export { findHeadlineList, type HeadlineList } from './find-headline-lists.ts';
export { findHomeHeadlines, type HomeHeadlines } from './find-home-headlines.ts';
export { findHomes, type Home, joinHome } from './find-homes.ts';
export { findLocalPosts, type LocalPosts, type LocalWanted } from './find-local-posts.ts';
export { findMonths, type Months } from './find-months.ts';
export { findNews, type NewsText } from './find-news.ts';
export { findOpportunities } from './find-opportunities.ts';
export { findPictures } from './find-pictures.ts';
export { findPortal } from './find-portal.ts';
export { findPostPages, type PostFound } from './find-post-pages.ts';
export { findHeadlinesOnHomes } from './find-shown-headlines.ts';
export { findSitemap, listSitemaps, type SitemapPost } from './find-sitemap.ts';
export { findWideFeed } from './find-wide-feed.ts';
export { type FoundFrame, type Frame, findFrames } from './frame.ts';
export { sooner } from './fresh-until.ts';
export { isOverlayMediaPublic } from './is-overlay-media-public.ts';
export type { MenuPage } from './menu.ts';
export type { MissionWords } from './own-additions.ts';
export type { PostWanted } from './post-row.ts';
export type { Piece } from './search/mark-matches.ts';
export { LONGEST_QUERY } from './search/read-query.ts';
export { type SearchFilter, SearchTooLongError } from './search/search-rows.ts';
export {
  type SearchResult,
  type SearchResults,
  type SearchWanted,
  searchTexts,
} from './search/search-texts.ts';
export type { Cover, EntryText, TimelineEntry } from './timeline-entry.ts';
