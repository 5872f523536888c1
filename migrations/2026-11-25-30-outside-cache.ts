import { type Kysely, sql } from 'kysely';

/**
 * How far the cache outside has been told of changes, how far each node that lets it keep pages has acted on them, and
 * when it was first told of each version of a headline.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table node add column heard integer;

    create table cache_purge (
      only_row boolean primary key default true check (only_row),
      since timestamptz not null default now(),
      purged integer not null default 0,
      marked integer not null default 0,
      repeated integer not null default 0,
      marked_at timestamptz not null default to_timestamp(0),
      claimed_at timestamptz,
      failures integer not null default 0,
      error text,
      next_try_at timestamptz
    );

    create table headline_purge (
      headline uuid not null,
      version integer not null,
      purged_at timestamptz not null,
      took_ms integer not null,
      primary key (headline, version),
      foreign key (headline, version) references headline_version (post, version)
    );
  `.execute(db);
}
