import { type Change, PageStore, type Reading } from '@warta/changes';
import type { LocalPosts } from '@warta/timeline';
import { LRUCache } from 'lru-cache';

interface Kept {
  local: LocalPosts;
  reading: Reading;
  /** By `performance.now()`. */
  freshUntil: number;
}

const MOST_LISTS = 20_000;

/**
 * Sites' own posts, kept between the pages made of them: a headline for every mission changes every home,
 * but none of these. They follow the same rules as pages.
 */
export class LocalLists {
  readonly #store: PageStore<Kept>;
  readonly #recent: LRUCache<string, true>;

  constructor(generation: number, most = MOST_LISTS) {
    this.#recent = new LRUCache<string, true>({
      max: most,
      dispose: (_, key, reason) => {
        if (reason === 'evict') this.#store.drop(key);
      },
    });
    this.#store = new PageStore<Kept>(generation, (key) => this.#recent.delete(key));
  }

  hear(changes: readonly Change[]): void {
    this.#store.hear(changes);
  }

  /** The list under this key with its reading, its time to go counted down; undefined where it must be read. */
  get(key: string): { local: LocalPosts; reading: Reading } | undefined {
    const kept = this.#store.get(key);
    if (!kept) return undefined;
    const left = kept.freshUntil - performance.now();
    if (left <= 0) return undefined;
    this.#recent.get(key);
    const freshForMs = Number.isFinite(left) ? left : null;
    return { local: { ...kept.local, freshForMs }, reading: kept.reading };
  }

  /** Keeps a list that was read from `begun` on, if it still stands. */
  keep(key: string, local: LocalPosts, reading: Reading, begun: number): void {
    const freshUntil = local.freshForMs === null ? Number.POSITIVE_INFINITY : begun + local.freshForMs;
    const page: Kept = { local, reading, freshUntil };
    if (this.#store.keep(key, { page, readings: [reading] })) this.#recent.set(key, true);
  }
}
