import { type Kysely, sql } from 'kysely';

/** Pins of missions that are down until their holder, such as an alert, lets them up again; as `pin_rest` for the ministry's. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table overlay_pin_rest (
      site uuid not null,
      headline uuid not null,
      holder uuid not null,
      was timestamptz not null,
      version integer not null,
      primary key (site, headline),
      foreign key (site, headline) references overlay
    );
    create index overlay_pin_rest_holder on overlay_pin_rest (holder);
  `.execute(db);
}
