import { type Kysely, sql } from 'kysely';

/** Who acts on changes once, whichever process does it, and how far they have come. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table change_reader (
      name text primary key,
      n integer not null
    );
  `.execute(db);
}
