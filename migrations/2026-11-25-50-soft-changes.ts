import { type Kysely, sql } from 'kysely';

/** A change that adds to what was said and takes nothing back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table change add column soft boolean not null default false`.execute(db);
}
