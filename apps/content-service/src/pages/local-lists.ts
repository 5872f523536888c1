import type { Change } from '@warta/changes';
import type { FoundFrame, LocalPosts } from '@warta/timeline';
import { KeptParts } from './kept-parts.ts';

const MOST = 20_000;

/**
 * Sites' own posts and frames, kept between the pages made of them: a headline for every mission changes every
 * home, but none of these.
 */
export class LocalLists {
  readonly posts: KeptParts<LocalPosts>;
  readonly frames: KeptParts<FoundFrame>;

  constructor(generation: number, most = MOST) {
    this.posts = new KeptParts(generation, most);
    this.frames = new KeptParts(generation, most);
  }

  hear(changes: readonly Change[]): void {
    this.posts.hear(changes);
    this.frames.hear(changes);
  }
}
