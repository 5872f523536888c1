import { type Kysely, sql } from 'kysely';

/** Categories that a site has besides the network's: a short list, read and written with its other settings. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table site add column categories jsonb not null default '[]'`.execute(db);
}
