import type { Change } from '@warta/changes';
import type { LocalPosts, Menu } from '@warta/timeline';
import { KeptParts } from './kept-parts.ts';

const MOST = 20_000;

/**
 * Sites' own posts and menus, kept between the pages made of them: a headline for every mission changes every
 * home, but none of these.
 */
export class LocalLists {
  readonly posts: KeptParts<LocalPosts>;
  readonly menus: KeptParts<Menu>;

  constructor(generation: number, most = MOST) {
    this.posts = new KeptParts(generation, most);
    this.menus = new KeptParts(generation, most);
  }

  hear(changes: readonly Change[]): void {
    this.posts.hear(changes);
    this.menus.hear(changes);
  }
}
