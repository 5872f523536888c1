import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * Does work that only one process may do at a time, the others waiting for it. The embedded database has
 * one process, so nothing is to be waited for there.
 */
export async function withLock<T>({ db, kind }: Database, name: string, work: () => Promise<T>): Promise<T> {
  if (kind === 'embedded') return work();
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(hashtext(${name}))`.execute(connection);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(hashtext(${name}))`.execute(connection);
    }
  });
}
