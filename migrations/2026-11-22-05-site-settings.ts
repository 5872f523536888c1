import { type Kysely, sql } from 'kysely';

/**
 * What a head of site sets: the look, the menu, accounts elsewhere, whom to reach and when. These are short lists
 * that are always read and written whole, under the version of their site.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table site add column logo uuid;
    alter table site add column hero uuid;
    alter table site add column menu jsonb not null default '[]';
    alter table site add column social jsonb not null default '[]';
    alter table site add column contacts jsonb not null default '[]';
    alter table site add column holidays jsonb not null default '[]';
  `.execute(db);
}
