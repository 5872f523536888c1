import { type Change, PageStore } from '@warta/changes';
import { LRUCache } from 'lru-cache';
import { type Answer, UnavailableError } from './answer.ts';
import { makePage, type Page, sizeOf } from './page.ts';

const MOST_TRIES = 5;

export type Cached = { kind: 'page'; page: Page } | Exclude<Answer, { kind: 'page' }>;

/**
 * Pages ready to be sent, each made once and kept until a change touches it. A page that was read before a
 * change this node has heard is neither kept nor answered: it is made again.
 */
export class PageCache {
  readonly #store: PageStore<Page>;
  readonly #recent: LRUCache<string, Page>;
  readonly #fills = new Map<string, Promise<Cached>>();
  hits = 0;
  misses = 0;

  constructor(generation: number, maxBytes: number) {
    this.#recent = new LRUCache<string, Page>({
      maxSize: maxBytes,
      sizeCalculation: sizeOf,
      dispose: (_page, key, reason) => {
        if (reason === 'evict') this.#store.drop(key);
      },
    });
    this.#store = new PageStore<Page>(generation, (key) => this.#recent.delete(key));
  }

  /** The newest change this node has acted on. */
  get heard(): number {
    return this.#store.heard;
  }

  get size(): number {
    return this.#store.size;
  }

  hear(changes: readonly Change[]): void {
    this.#store.hear(changes);
  }

  /** The page under this key, unless it is not there or its time is over. */
  get(key: string): Page | undefined {
    const page = this.#store.get(key);
    if (!page || page.freshUntil <= performance.now()) return undefined;
    this.#recent.get(key);
    this.hits += 1;
    return page;
  }

  /**
   * Makes the answer for this key. Whoever asks for the same key meanwhile gets the same one.
   * @throws {UnavailableError} when changes outran every try.
   */
  fill(key: string, make: () => Promise<Answer>): Promise<Cached> {
    const running = this.#fills.get(key);
    if (running) return running;
    this.misses += 1;
    const filling = this.#make(key, make)
      .catch((error) => this.#staleOr(key, error))
      .finally(() => this.#fills.delete(key));
    this.#fills.set(key, filling);
    return filling;
  }

  async #make(key: string, make: () => Promise<Answer>): Promise<Cached> {
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      const begun = performance.now();
      const answer = await make();
      if (answer.kind !== 'page') {
        this.#store.drop(key);
        return answer;
      }
      const page = makePage(answer, begun);
      if (this.#store.keep(key, { page, readings: answer.readings })) {
        this.#recent.set(key, page);
        return { kind: 'page', page };
      }
    }
    throw new UnavailableError('changes came faster than the page could be made');
  }

  /** A page whose time is over but which no change has touched is better than none while the database is away. */
  #staleOr(key: string, error: unknown): Cached {
    const page = this.#store.get(key);
    if (page && !(error instanceof UnavailableError)) return { kind: 'page', page };
    throw error;
  }
}
