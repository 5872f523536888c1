/** A committed change: pages that carry one of its tags are out of date. */
export interface Change {
  n: number;
  tags: readonly string[];
  /** Nothing wrong or secret is on the pages from before: they may stand in while new ones are made. */
  soft?: boolean;
}

/** One thing a page is made of: it carries these tags, and was read at generation `readAt` or later. */
export interface Reading {
  tags: readonly string[];
  readAt: number;
}

/** A page and everything it is made of, each part read in its own time. */
export interface Kept<Page> {
  page: Page;
  readings: readonly Reading[];
}

/** How many changes a node remembers to judge fills by; a fill older than that is made again. */
const REMEMBERED = 1024;

/**
 * One node's pages and what it knows of changes. Pure state: no clock, no database, no awaiting.
 *
 * It holds this: once a change is heard, no page that was read before that change and carries one of its
 * tags is ever handed out again, whatever order fills, changes and notifications come in; after a soft change
 * only to whoever asks for an outdated one.
 */
export class PageStore<Page> {
  readonly #pages = new Map<string, Kept<Page>>();
  readonly #outdated = new Set<string>();
  readonly #keysByTag = new Map<string, Set<string>>();
  readonly #onDrop: (key: string) => void;
  #remembered: Change[] = [];
  #forgotten: number;
  #heard: number;

  /** `start` is the generation at which this node began: it holds no page from before. */
  constructor(start: number, onDrop: (key: string) => void = () => {}) {
    this.#heard = start;
    this.#forgotten = start;
    this.#onDrop = onDrop;
  }

  /** The newest change this node has acted on. */
  get heard(): number {
    return this.#heard;
  }

  get size(): number {
    return this.#pages.size;
  }

  get(key: string): Page | undefined {
    return this.#outdated.size > 0 && this.#outdated.has(key) ? undefined : this.#pages.get(key)?.page;
  }

  /** The page under this key, if nothing but soft changes has touched it since it was read. */
  getOutdated(key: string): Page | undefined {
    return this.#pages.get(key)?.page;
  }

  /** Takes in changes, in order of `n`; those already heard are passed over. Returns how many pages it touched. */
  hear(changes: readonly Change[]): number {
    let touched = 0;
    for (const change of changes) {
      if (change.n <= this.#heard) continue;
      for (const key of this.#keysWith(change.tags)) {
        if (change.soft) this.#outdated.add(key);
        else this.drop(key);
        touched += 1;
      }
      this.#heard = change.n;
      this.#remembered.push(change);
    }
    this.#forgetOld();
    return touched;
  }

  /**
   * Whether something that was read may still be answered. False when a change after its generation touches
   * one of its tags, or when it was read so long ago that nobody can tell.
   */
  stands({ tags, readAt }: Reading): boolean {
    if (readAt < this.#forgotten) return false;
    const own = new Set(tags);
    return !this.#remembered.some((change) => change.n > readAt && matches(change.tags, own));
  }

  /** Keeps a page if it still stands; tells whether it did. One that does not must not be answered either. */
  keep(key: string, kept: Kept<Page>): boolean {
    if (!kept.readings.every((reading) => this.stands(reading))) return false;
    this.drop(key);
    this.#pages.set(key, kept);
    for (const tag of tagsOf(kept)) this.#keysOf(tag).add(key);
    return true;
  }

  drop(key: string): void {
    const kept = this.#pages.get(key);
    if (!kept) return;
    this.#pages.delete(key);
    this.#outdated.delete(key);
    for (const tag of tagsOf(kept)) {
      const keys = this.#keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysByTag.delete(tag);
    }
    this.#onDrop(key);
  }

  #keysWith(tags: readonly string[]): Set<string> {
    if (tags.includes(EVERYTHING)) return new Set(this.#pages.keys());
    return new Set(tags.flatMap((tag) => [...(this.#keysByTag.get(tag) ?? [])]));
  }

  #keysOf(tag: string): Set<string> {
    const keys = this.#keysByTag.get(tag) ?? new Set();
    this.#keysByTag.set(tag, keys);
    return keys;
  }

  #forgetOld(): void {
    const excess = this.#remembered.length - REMEMBERED;
    if (excess <= 0) return;
    this.#forgotten = this.#remembered[excess - 1]?.n ?? this.#forgotten;
    this.#remembered = this.#remembered.slice(excess);
  }
}

/** The tag that every page carries without saying so. */
export const EVERYTHING = 'all';

const tagsOf = (kept: Kept<unknown>) => kept.readings.flatMap((reading) => reading.tags);

function matches(tags: readonly string[], own: ReadonlySet<string>): boolean {
  return tags.some((tag) => tag === EVERYTHING || own.has(tag));
}
