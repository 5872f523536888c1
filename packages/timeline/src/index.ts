export { findHeadlineList, type HeadlineList } from './find-headline-lists.ts';
export { findHomeHeadlines, type HomeHeadlines } from './find-home-headlines.ts';
export { findHomes, type Home, joinHome } from './find-homes.ts';
export { findLocalPosts, type LocalPosts, type LocalWanted } from './find-local-posts.ts';
export { findPortal } from './find-portal.ts';
export { findPostPages, type PostFound, type PostWanted } from './find-post-pages.ts';
export { findHeadlinesOnHomes } from './find-shown-headlines.ts';
export { findMenus, type Menu, type MenuPage } from './menu.ts';
export type { Cover, EntryText, TimelineEntry } from './timeline-entry.ts';
