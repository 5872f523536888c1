import type { Kysely } from 'kysely';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';
import { embeddedTestDatabase } from './embedded.ts';
import { anotherProcessOn, postgresTestDatabase } from './postgres.ts';

export { createDatabaseOn } from './postgres.ts';

/** What a test of any library gives us to clean up with. */
export interface Teardown {
  teardown(fn: () => Promise<void>): void;
}

/**
 * A migrated, empty database of the test's own, gone when the test ends: embedded, or a new database on the
 * PostgreSQL at `TEST_DATABASE_URL`, so that the same suite runs on both.
 */
export async function testDatabase(t: Teardown): Promise<Database & { db: Kysely<Tables> }> {
  const url = process.env.TEST_DATABASE_URL;
  const { database, drop } = url ? await postgresTestDatabase(url) : await embeddedTestDatabase();
  t.teardown(drop);
  return database;
}

/** The test's database as a second process opens it; undefined where it is embedded, which has one process. */
export async function secondProcess(t: Teardown, first: Database): Promise<Database | undefined> {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) return undefined;
  const second = await anotherProcessOn(url, first);
  t.teardown(() => second.close());
  return second;
}
