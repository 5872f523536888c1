import type { Kysely } from 'kysely';
import type { Row } from './run-sql.ts';
import type { SharedLocks } from './shared-locks.ts';
import type { Tables } from './tables.ts';

/** An open database of either kind. */
export interface Database {
  kind: 'embedded' | 'postgres';
  db: Kysely<Tables>;
  /**
   * Runs SQL that a library has written: one statement with values, or several without. Gives the rows of
   * all of them. What fails leaves no transaction open.
   */
  run(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * Calls `onNotify` for each NOTIFY on `channel`. Notifications can be lost (a dropped connection):
   * whoever listens polls as well. Returns a function that stops listening.
   */
  listen(channel: string, onNotify: (payload: string) => void): Promise<() => Promise<void>>;
  /** Locks for longer work than a transaction; undefined on the embedded database, which has one process. */
  locks: SharedLocks | undefined;
  close(): Promise<void>;
}
