import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** An open database of either kind. */
export interface Database {
  kind: 'embedded' | 'postgres';
  db: Kysely<Tables>;
  /**
   * Calls `onNotify` for each NOTIFY on `channel`. Notifications can be lost (a dropped connection):
   * whoever listens polls as well. Returns a function that stops listening.
   */
  listen(channel: string, onNotify: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
