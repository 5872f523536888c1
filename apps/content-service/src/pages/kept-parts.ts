import { type Change, PageStore, type Reading } from '@warta/changes';
import { LRUCache } from 'lru-cache';

interface Timed {
  freshForMs: number | null;
}

interface Kept<Part> {
  part: Part;
  reading: Reading;
  /** By `performance.now()`. */
  freshUntil: number;
}

/** Parts of pages, kept between the pages made of them by the same rules as pages. */
export class KeptParts<Part extends Timed> {
  readonly #store: PageStore<Kept<Part>>;
  readonly #recent: LRUCache<string, true>;

  constructor(generation: number, most: number) {
    this.#recent = new LRUCache<string, true>({
      max: most,
      dispose: (_, key, reason) => {
        if (reason === 'evict') this.#store.drop(key);
      },
    });
    this.#store = new PageStore<Kept<Part>>(generation, (key) => this.#recent.delete(key));
  }

  hear(changes: readonly Change[]): void {
    this.#store.hear(changes);
  }

  /**
   * The part under this key with its reading, its time to go counted down; undefined where it must be read.
   * What is still here was touched by nothing heard so far, so it counts as read just now: a page made of it stands
   * however many changes ago that was.
   */
  get(key: string): { part: Part; reading: Reading } | undefined {
    const kept = this.#store.get(key);
    if (!kept) return undefined;
    const left = kept.freshUntil - performance.now();
    if (left <= 0) return undefined;
    this.#recent.get(key);
    const freshForMs = Number.isFinite(left) ? left : null;
    const readAt = Math.max(kept.reading.readAt, this.#store.heard);
    return { part: { ...kept.part, freshForMs }, reading: { ...kept.reading, readAt } };
  }

  /** Keeps a part that was read from `begun` on, if it still stands. */
  keep(key: string, part: Part, reading: Reading, begun: number): void {
    const freshUntil = part.freshForMs === null ? Number.POSITIVE_INFINITY : begun + part.freshForMs;
    const page: Kept<Part> = { part, reading, freshUntil };
    if (this.#store.keep(key, { page, readings: [reading] })) this.#recent.set(key, true);
  }
}
