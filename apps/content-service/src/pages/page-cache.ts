import { type Change, PageStore, type Reading } from '@warta/changes';
import { type Answer, UnavailableError } from './answer.ts';
import { FairShares } from './fair-shares.ts';
import { makePage, type Page } from './page.ts';

const MOST_TRIES = 5;
/** What is read all the time need not be noted as used each time. */
const NOTED_EACH_MS = 1000;

export type Cached = { kind: 'page'; page: Page } | Exclude<Answer, { kind: 'page' }>;

/**
 * Pages ready to be sent, each made once and kept until a change touches it. A page that was read before a
 * change this node has heard is neither kept nor answered: it is made again.
 */
export class PageCache {
  readonly #store: PageStore<Page>;
  readonly #shares: FairShares;
  readonly #fills = new Map<string, Promise<Cached>>();
  /** Coded at once for the first reader, and not yet as well as can be. */
  readonly #coarse = new Map<string, Page>();
  hits = 0;
  misses = 0;

  constructor(generation: number, maxBytes: number) {
    this.#shares = new FairShares(maxBytes);
    this.#store = new PageStore<Page>(generation, (key) => {
      this.#shares.release(key);
      this.#coarse.delete(key);
    });
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

  /**
   * The page under this key, unless it is not there or its time is over. While it is made anew after a soft change,
   * that is the one from before for all but the first who asked.
   */
  get(key: string): Page | undefined {
    const standsIn = this.#fills.has(key);
    const page = standsIn ? this.#store.getOutdated(key) : this.#store.get(key);
    const now = performance.now();
    if (!page || page.freshUntil <= now) return undefined;
    page.isOutdated ||= standsIn;
    if (now - page.usedAt > NOTED_EACH_MS) {
      page.usedAt = now;
      this.#shares.use(key);
    }
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
      .catch((error) => this.#outdatedOr(key, error))
      .finally(() => this.#fills.delete(key));
    this.#fills.set(key, filling);
    return filling;
  }

  /** Takes one page that could be coded better; undefined where there is none. */
  takeCoarse(): Page | undefined {
    const [first] = this.#coarse;
    if (!first) return undefined;
    this.#coarse.delete(first[0]);
    return first[1];
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
        const owner = ownerOf(answer.readings);
        this.#weigh(key, owner, page);
        page.onCoded = () => this.#noteCoded(key, owner, page);
        return { kind: 'page', page };
      }
    }
    throw new UnavailableError('changes came faster than the page could be made');
  }

  #weigh(key: string, owner: string, page: Page): void {
    for (const gone of this.#shares.take(key, owner, page.bytes)) this.#store.drop(gone);
  }

  #noteCoded(key: string, owner: string, page: Page): void {
    if (this.#store.getOutdated(key) !== page) return;
    this.#weigh(key, owner, page);
    if (page.isCoarse) this.#coarse.set(key, page);
  }

  /** A page whose time is over, or that a soft change has touched, is better than none while the database is away. */
  #outdatedOr(key: string, error: unknown): Cached {
    const page = this.#store.getOutdated(key);
    if (!page || error instanceof UnavailableError) throw error;
    page.isOutdated = true;
    return { kind: 'page', page };
  }
}

/** The site whose page it is, by what it was read from; pages of all sites are the portal's. */
function ownerOf(readings: readonly Reading[]): string {
  for (const { tags } of readings) {
    const site = tags.find((tag) => tag.startsWith('site:'));
    if (site) return site;
  }
  return '';
}
