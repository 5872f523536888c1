import { type Kysely, sql } from 'kysely';

/**
 * The generation is a row and not a sequence: its lock makes commits visible in the order of their numbers,
 * so a node that has read change n has missed none before it.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table generation (
      only_row boolean primary key default true check (only_row),
      n integer not null
    );
    insert into generation (n) values (0);

    create table change (
      n integer primary key,
      tags text[] not null check (cardinality(tags) between 1 and 8),
      at timestamptz not null default now()
    );

    create table node (
      name text primary key,
      started_at timestamptz not null default now(),
      heard_at timestamptz not null default now(),
      left_at timestamptz
    );
  `.execute(db);
}
