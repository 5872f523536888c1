import { type Kysely, sql } from 'kysely';

/** People and how they sign in. Whatever would open a door is kept as a hash alone. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table person (
      id uuid primary key,
      email text not null unique check (email = lower(email)),
      name text not null,
      language text not null default 'id' check (language in ('id', 'en')),
      password text,
      totp_secret text,
      totp_step integer,
      factor_due_at timestamptz,
      mail_off text[] not null default '{}',
      accepted_at timestamptz,
      disabled_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null default now()
    );

    create table membership (
      person uuid not null references person,
      role text not null,
      site uuid references site,
      unique nulls not distinct (person, role, site)
    );
    create index membership_site on membership (site);

    create table backup_code (
      person uuid not null references person,
      hash text not null,
      used_at timestamptz,
      primary key (person, hash)
    );

    create table one_time_link (
      hash text primary key,
      person uuid not null references person,
      purpose text not null check (purpose in ('invitation', 'password', 'second-factor')),
      created_by text not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz
    );
    create index one_time_link_person on one_time_link (person);

    create table session (
      id uuid primary key,
      hash text not null unique,
      person uuid not null references person,
      factor boolean not null,
      address text not null,
      agent text not null,
      created_at timestamptz not null default now(),
      seen_at timestamptz not null default now(),
      expires_at timestamptz not null
    );
    create index session_person on session (person);

    create table known_device (
      hash text not null,
      person uuid not null references person,
      seen_at timestamptz not null default now(),
      primary key (person, hash)
    );

    create table attempts (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    );

    alter table token add column person uuid references person;
    alter table token add column scopes text[];
    alter table audit add column person uuid;
    create index audit_site on audit (site, at desc) where site is not null;
    create index audit_person on audit (person, at desc) where person is not null;
    alter table post add column owner uuid;
    create index post_owner on post (owner) where owner is not null;
  `.execute(db);
}
