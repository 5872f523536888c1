import type { Db } from '@warta/database';
import { sql } from 'kysely';
import type { Change } from './page-store.ts';

/** The number of the newest committed change. */
export async function currentGeneration(db: Db): Promise<number> {
  const { n } = await db.selectFrom('generation').select('n').executeTakeFirstOrThrow();
  return n;
}

/** The changes after `heard`, oldest first. */
export async function findChanges(db: Db, heard: number): Promise<Change[]> {
  return db.selectFrom('change').select(['n', 'tags', 'soft']).where('n', '>', heard).orderBy('n').execute();
}

/** Removes changes older than a day: nodes that have been cut off for that long start anew. */
export async function pruneChanges(db: Db): Promise<void> {
  await db.deleteFrom('change').where('at', '<', sql<Date>`now() - interval '1 day'`).execute();
}
