import { type Kysely, sql } from 'kysely';

/** How long each version of an alert took until every node had seen it: the ledger knows only the latest. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table alert_proof (
      alert uuid not null,
      version integer not null,
      sites integer not null,
      proven_in_ms double precision not null,
      at timestamptz not null default now(),
      primary key (alert, version),
      foreign key (alert, version) references alert_version
    );
  `.execute(db);
}
