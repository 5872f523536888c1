import type { Words } from '@warta/database';
import type { MissionWords } from './own-additions.ts';
import type { Cover, TimelineEntry } from './timeline-entry.ts';

/** The address of a post on a site; `slug` as the reader gave it. */
export interface PostWanted {
  site: string;
  locale: string;
  slug: string;
}

/** The same with its place among those asked for together, and the headline's number where it has one. */
export type NumberedWanted = PostWanted & { ord: number; number: number | undefined };

/** What is read of a post for its address, before it is decided what a reader gets. */
export type PostRow = TimelineEntry & {
  ord: number;
  html: string | null;
  official: boolean;
  state: 'live' | 'recalled' | 'withdrawn';
  stood: boolean;
  shown: boolean;
  hidden: boolean;
  correctedAt: Date | null;
  note: string | null;
  notice: Words | null;
  /** The mission a headline is owed to. */
  credit?: TimelineEntry['origin'] | null;
  mission: MissionWords | null;
  /** Those that its details name. */
  pictures?: Cover[];
  fresh: number | null;
};
