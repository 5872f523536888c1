import { type Kysely, sql } from 'kysely';

/**
 * What the desk sends with a headline: named groups as an audience, an end to what later missions get, a moment on
 * each mission's own clock, a note for missions alone, and who has to acknowledge it by when.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table site_group (
      id uuid primary key,
      key text not null unique check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
      name jsonb not null,
      version integer not null default 1
    );
    create table site_group_member (
      site_group uuid not null references site_group on delete cascade,
      site uuid not null references site,
      primary key (site_group, site)
    );
    create index site_group_member_site on site_group_member (site);

    alter table audience_site add column since timestamptz not null default now();

    alter table headline
      add column stands_until timestamptz,
      add column wave_at text check (wave_at ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$'),
      add column credit uuid references site;
    drop view standing_headline;
    create view standing_headline as
      select h.*, case when h.next_from <= now() then h.next_version else h.version end as standing_version
      from headline h;

    alter table headline_version
      add column internal_note text,
      add column acknowledge_within integer,
      drop constraint headline_version_kind_check,
      add constraint headline_version_kind_check
        check (kind in ('publication', 'correction', 'recall', 'restoration'));

    create table headline_wave (
      headline uuid not null references headline,
      site uuid not null references site,
      at timestamptz not null,
      announced boolean not null default false,
      primary key (headline, site)
    );
    create index headline_wave_due on headline_wave (at) where not announced;
    create index headline_wave_site on headline_wave (site, at);

    create table reception (
      headline uuid not null,
      version integer not null,
      site uuid not null references site,
      due_at timestamptz,
      asked_at timestamptz,
      seen_at timestamptz,
      seen_by text,
      acknowledged_at timestamptz,
      acknowledged_by text,
      escalated_at timestamptz,
      primary key (headline, site, version),
      foreign key (headline, version) references headline_version (post, version)
    );
    create index reception_unasked on reception (due_at) where due_at is not null and asked_at is null;
    create index reception_due on reception (due_at)
      where due_at is not null and acknowledged_at is null and escalated_at is null;
    create index reception_site on reception (site, headline);

    create table headline_plan (
      post uuid primary key references post,
      plan jsonb not null default '{}',
      offer uuid references offer,
      version integer not null default 1,
      changed_at timestamptz not null default now(),
      changed_by text not null
    );
  `.execute(db);
}
