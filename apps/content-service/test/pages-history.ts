import type { Change } from '@warta/changes';

export const SITES = ['a', 'b'] as const;
export const HEADLINES = [1, 2] as const;
export type Site = (typeof SITES)[number];

export interface Headline {
  /** 0 before it is published. */
  version: number;
  isRecalled: boolean;
  pinnedUntil: number;
  hiddenOn: readonly Site[];
}

/** A committed state; `post` is the version of what a site itself has written, and when it is due. */
interface State {
  headlines: Record<number, Headline>;
  posts: Record<Site, { version: number; dueAt: number }>;
}

const none: Headline = { version: 0, isRecalled: false, pinnedUntil: 0, hiddenOn: [] };

/** A database of headlines for every site, and of a post of each: every state it was ever in, and what it announced. */
export class History {
  /** By generation. */
  readonly states: State[] = [
    { headlines: {}, posts: { a: { version: 0, dueAt: 0 }, b: { version: 0, dueAt: 0 } } },
  ];
  /** What it still keeps of its changes. */
  changes: Change[] = [];
  now = 0;

  get n(): number {
    return this.states.length - 1;
  }
  at(n: number): State {
    return this.states[n] as State;
  }
  headline(n: number, headline: number): Headline {
    return this.at(n).headlines[headline] ?? none;
  }

  #commit(tags: string[], change: (state: State) => void): void {
    const next = structuredClone(this.at(this.n));
    change(next);
    this.states.push(next);
    this.changes.push({ n: this.n, tags });
  }
  write(headline: number, change: Partial<Headline>): void {
    const was = this.headline(this.n, headline);
    if (was.isRecalled) return;
    this.#commit(['audience:all', `headline:${headline}`], (state) => {
      state.headlines[headline] = { ...was, ...change, version: was.version + 1 };
    });
  }
  hide(headline: number, site: Site): void {
    const { hiddenOn, ...was } = this.headline(this.n, headline);
    const now = hiddenOn.includes(site) ? hiddenOn.filter((one) => one !== site) : [...hiddenOn, site];
    this.#commit([`site:${site}`], (state) => {
      state.headlines[headline] = { ...was, hiddenOn: now };
    });
  }
  edit(site: Site, dueIn: number): void {
    this.#commit([`site:${site}`], ({ posts }) => {
      posts[site] = { version: posts[site].version + 1, dueAt: this.now + dueIn };
    });
  }

  /** It keeps only its newest changes. */
  forget(kept: number): void {
    this.changes = this.changes.slice(this.changes.length - Math.min(kept, this.changes.length));
  }
  /** The headline as this version was written. */
  written(headline: number, version: number): Headline {
    return (
      this.states
        .map(({ headlines }) => headlines[headline] ?? none)
        .find((one) => one.version === version) ?? none
    );
  }
}
