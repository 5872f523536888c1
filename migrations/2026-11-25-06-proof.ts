import { type Kysely, sql } from 'kysely';

/**
 * The ledger says what was seen last; here stays when each version was first seen to stand everywhere. A
 * reconciliation is a look at everything, with what it found.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table headline_proof (
      headline uuid not null references headline,
      version integer not null,
      sites integer not null,
      nodes integer not null,
      first_at timestamptz not null,
      proven_at timestamptz not null,
      took_ms integer not null,
      primary key (headline, version)
    );

    create table reconciliation (
      id uuid primary key,
      at timestamptz not null default now(),
      node text not null,
      looked integer not null,
      took_ms integer not null,
      found jsonb not null
    );
    create index reconciliation_at on reconciliation (at desc);
  `.execute(db);
}
