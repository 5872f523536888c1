import { type Change, EVERYTHING } from '@warta/changes';
import type { Site } from '@warta/sites';
import type { FoundFrame, LocalPosts } from '@warta/timeline';
import { KeptParts } from './kept-parts.ts';

const MOST = 20_000;

/** A site as others are told of it: without its own lists, which change without them being told. */
export type ListedSite = Omit<Site, 'menu' | 'social' | 'categories'>;

/** All sites. */
export interface DirectoryPart {
  sites: ListedSite[];
  freshForMs: null;
}

/** A site, which nothing but a change alters. */
export interface SitePart {
  site: Site;
  freshForMs: null;
}

/**
 * Sites with their own posts and frames, kept between the pages made of them: a headline for every mission changes
 * every home, but none of these.
 */
export class LocalLists {
  readonly directory: KeptParts<DirectoryPart>;
  readonly sites: KeptParts<SitePart>;
  readonly posts: KeptParts<LocalPosts>;
  readonly frames: KeptParts<FoundFrame>;

  constructor(generation: number, most = MOST) {
    this.directory = new KeptParts(generation, 1);
    this.sites = new KeptParts(generation, most);
    this.posts = new KeptParts(generation, most);
    this.frames = new KeptParts(generation, most);
  }

  /** Told when everything that was kept has gone at once. */
  onEmptied: (() => void) | undefined;

  hear(changes: readonly Change[]): void {
    this.directory.hear(changes);
    this.sites.hear(changes);
    this.posts.hear(changes);
    this.frames.hear(changes);
    if (changes.some(({ tags }) => tags.includes(EVERYTHING))) this.onEmptied?.();
  }
}
