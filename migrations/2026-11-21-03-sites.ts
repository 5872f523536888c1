import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table site (
      id uuid primary key,
      slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{3,39}$'),
      kind text not null,
      name jsonb not null,
      full_name jsonb not null,
      city text not null,
      country text not null check (country ~ '^[A-Z]{2}$'),
      region text,
      timezone text not null,
      locales text[] not null check (cardinality(locales) > 0),
      latitude double precision,
      longitude double precision,
      host text unique,
      theme text not null default 'nusantara',
      accent text not null default '#b3261e' check (accent ~ '^#[0-9a-f]{6}$'),
      status text not null default 'open',
      status_note jsonb not null default '{}',
      served_by uuid[] not null default '{}',
      version integer not null default 1,
      created_at timestamptz not null default now()
    );
    create index site_region on site (region);

    create table site_country (
      site uuid not null references site on delete cascade,
      country text not null check (country ~ '^[A-Z]{2}$'),
      role text not null check (role in ('host', 'accredited')),
      primary key (site, country)
    );
    create index site_country_country on site_country (country);
  `.execute(db);
}
