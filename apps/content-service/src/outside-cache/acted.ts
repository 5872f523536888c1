import { isCacheTold, noteHeard } from '@warta/changes';
import type { Database } from '@warta/database';
import { Repeater } from '../repeater.ts';

/** What was sent before a node heard of a change is kept outside for minutes, so it must hear of them within seconds. */
const DEAF_MS = 15_000;

export interface ActedOptions {
  database: Database;
  node: string;
  /** The newest change that this node's pages have been held against. */
  heard: () => number;
  /** Until the alerts are those that were heard of; tells whether they are. */
  settled: () => Promise<boolean>;
  onError: (error: unknown) => void;
}

/**
 * Says how far this node has acted on changes, and knows whether it still hears of them, and the cache outside does.
 */
export class Acted {
  readonly #options: ActedOptions;
  readonly #noting = new Repeater(() => this.#note());
  #notedAt = Number.NEGATIVE_INFINITY;
  #isTold = false;

  constructor(options: ActedOptions) {
    this.#options = options;
  }

  /** Whether what this node sends may be kept outside. */
  get mayBeKept(): boolean {
    return this.#isTold && performance.now() - this.#notedAt < DEAF_MS;
  }

  /** To be called after each change, and from time to time. */
  note(): void {
    this.#noting.ask();
  }

  async stop(): Promise<void> {
    await this.#noting.stop();
  }

  async #note(): Promise<void> {
    const { database, node, heard, settled, onError } = this.#options;
    try {
      const upTo = heard();
      if (!(await settled())) return;
      await noteHeard(database.db, node, upTo);
      this.#isTold = await isCacheTold(database.db);
      this.#notedAt = performance.now();
    } catch (error) {
      onError(error);
    }
  }
}
