import { type Kysely, sql } from 'kysely';

/** What a mission does for people: a short list, read and written whole under the version of its site. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table site add column services jsonb not null default '[]'`.execute(db);
}
