import type { Change } from '@warta/changes';
import type { Site } from '@warta/sites';
import type { FoundFrame, LocalPosts } from '@warta/timeline';
import { KeptParts } from './kept-parts.ts';

const MOST = 20_000;

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
  readonly sites: KeptParts<SitePart>;
  readonly posts: KeptParts<LocalPosts>;
  readonly frames: KeptParts<FoundFrame>;

  constructor(generation: number, most = MOST) {
    this.sites = new KeptParts(generation, most);
    this.posts = new KeptParts(generation, most);
    this.frames = new KeptParts(generation, most);
  }

  hear(changes: readonly Change[]): void {
    this.sites.hear(changes);
    this.posts.hear(changes);
    this.frames.hear(changes);
  }
}
