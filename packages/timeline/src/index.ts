export { findHeadlineList, type HeadlineList } from './find-headline-lists.ts';
export { findHomes, type Home, type HomeWanted } from './find-homes.ts';
export { findPortal } from './find-portal.ts';
export { findPostPages, type PostFound, type PostWanted } from './find-post-pages.ts';
export { findHeadlinesOnHomes } from './find-shown-headlines.ts';
export type { Cover, EntryText, TimelineEntry } from './timeline-entry.ts';
