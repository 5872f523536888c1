import type { Database } from '@warta/database';
import { findBoardMark } from '@warta/sync';
import { every } from '../../due.ts';

const LOOK_MS = 250;

type Listener = (mark: string | undefined) => void;

/**
 * Tells those who watch a headline's board that it has changed. The ledger is written by all nodes, and not
 * announced; so it is asked for, once for all who watch the same headline here, and only while somebody does.
 */
export class BoardWatch {
  readonly #database: Database;
  readonly #onError: (error: unknown) => void;
  readonly #watched = new Map<
    string,
    { listeners: Set<Listener>; mark: string | undefined; stop: () => void }
  >();

  constructor(database: Database, onError: (error: unknown) => void) {
    this.#database = database;
    this.#onError = onError;
  }

  /** How many headlines are asked about. */
  get size(): number {
    return this.#watched.size;
  }

  /** Calls the listener at once with the mark that is known, if one is, then at every change; gives what ends that. */
  watch(headline: string, listener: Listener): () => void {
    const watched = this.#watched.get(headline) ?? this.#begin(headline);
    watched.listeners.add(listener);
    if (watched.mark !== undefined) listener(watched.mark);
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size > 0 || this.#watched.get(headline) !== watched) return;
      this.#watched.delete(headline);
      watched.stop();
    };
  }

  #begin(headline: string) {
    const watched = { listeners: new Set<Listener>(), mark: undefined as string | undefined, stop: () => {} };
    const asking = every(LOOK_MS, this.#onError, async () => {
      const found = await findBoardMark(this.#database.db, headline);
      if (found?.mark === watched.mark) return;
      watched.mark = found?.mark;
      for (const listener of watched.listeners) listener(watched.mark);
    });
    watched.stop = () => void asking.stop();
    this.#watched.set(headline, watched);
    return watched;
  }
}
