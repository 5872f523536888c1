import type { Db } from '@warta/database';
import { sql } from 'kysely';

/**
 * Enters a web node in the list of those that must have seen a change before it counts as proven. A node
 * that comes back under its name takes its place again. `heard` is the newest change it has acted on, where it lets a
 * cache outside keep its pages.
 */
export async function joinNodes(db: Db, name: string, heard: number | null = null): Promise<void> {
  await db
    .insertInto('node')
    .values({ name, heard })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({
        started_at: sql<Date>`now()`,
        heard_at: sql<Date>`now()`,
        left_at: null,
        heard,
      }),
    )
    .execute();
}

/** Says that the node has acted on all changes up to this one. */
export async function noteHeard(db: Db, name: string, heard: number): Promise<void> {
  await db.updateTable('node').set({ heard }).where('name', '=', name).where('heard', '<', heard).execute();
}

/** Says that the node still hears the database. */
export async function beat(db: Db, name: string): Promise<void> {
  await db
    .updateTable('node')
    .set({ heard_at: sql<Date>`now()`, left_at: null })
    .where('name', '=', name)
    .execute();
}

/** Signs a node off: from now on nothing waits for it. */
export async function leaveNodes(db: Db, name: string): Promise<void> {
  await db.updateTable('node').set({ left_at: sql<Date>`now()` }).where('name', '=', name).execute();
}

/** Signs off all nodes but one: whoever has the embedded database open is alone. */
export async function leaveOthers(db: Db, name: string): Promise<void> {
  await db
    .updateTable('node')
    .set({ left_at: sql<Date>`now()` })
    .where('name', '!=', name)
    .where('left_at', 'is', null)
    .execute();
}

/** Signs off nodes that have been silent for ten minutes; until then what they have not seen is not proven. */
export async function dropSilentNodes(db: Db): Promise<void> {
  await db
    .updateTable('node')
    .set({ left_at: sql<Date>`now()` })
    .where('left_at', 'is', null)
    .where('heard_at', '<', sql<Date>`now() - interval '10 minutes'`)
    .execute();
}
