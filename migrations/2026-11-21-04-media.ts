import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table media (
      id uuid primary key,
      site uuid not null references site,
      alt jsonb not null default '{}',
      width integer not null,
      height integer not null,
      widths integer[] not null,
      digest text not null,
      created_at timestamptz not null default now(),
      unique (site, digest)
    );
  `.execute(db);
}
