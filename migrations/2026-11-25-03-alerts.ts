import { type Kysely, sql } from 'kysely';

/**
 * Alerts, and the words approved for them beforehand. What is said and who signed it never changes: an alert points
 * at the version that stands. `alert_site` says where an alert belongs by the sites there are now, so one that opens
 * later is not left out.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table alert_template (
      code text primary key check (code ~ '^[a-z][a-z-]{1,39}$'),
      kind text not null check (kind in ('hazard', 'solemn')),
      version integer not null,
      approved integer
    );

    create table alert_template_version (
      template text not null references alert_template,
      version integer not null,
      content jsonb not null,
      person uuid,
      created_by text not null,
      created_at timestamptz not null default now(),
      primary key (template, version)
    );
    create trigger alert_template_version_is_immutable before update or delete on alert_template_version
      for each row execute function refuse_change();

    create table alert (
      id uuid primary key,
      number integer not null unique generated always as identity,
      practice boolean not null,
      version integer not null,
      standing integer,
      draft integer,
      state text not null check (state in ('draft', 'standing', 'cancelled', 'expired', 'discarded')),
      everywhere boolean not null default false,
      audience uuid references audience,
      released_at timestamptz,
      updated_at timestamptz,
      expires_at timestamptz,
      warned integer,
      created_at timestamptz not null default now()
    );
    create index alert_standing on alert (expires_at) where state = 'standing';

    create table alert_version (
      alert uuid not null references alert,
      version integer not null,
      kind text not null check (kind in ('alert', 'update', 'cancel')),
      template text not null references alert_template,
      content jsonb not null,
      site uuid references site,
      person uuid,
      created_by text not null,
      created_at timestamptz not null default now(),
      primary key (alert, version)
    );
    create trigger alert_version_is_immutable before update or delete on alert_version
      for each row execute function refuse_change();

    create table alert_release (
      alert uuid not null references alert,
      version integer not null,
      reason text,
      numbers jsonb not null,
      expires_at timestamptz not null,
      person uuid,
      released_by text not null,
      received_at timestamptz not null,
      released_at timestamptz not null default now(),
      confirmed_person uuid,
      confirmed_by text,
      confirmed_at timestamptz,
      primary key (alert, version),
      foreign key (alert, version) references alert_version
    );

    create table alert_link (
      hash text primary key,
      alert uuid not null references alert,
      version integer not null,
      created_by text not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz
    );

    create table alert_delivery (
      alert uuid not null references alert,
      site uuid not null references site,
      node text not null references node,
      version integer,
      shown boolean,
      settled boolean not null default false,
      seen_at timestamptz,
      error text,
      primary key (alert, site, node)
    );
    create index alert_delivery_unseen on alert_delivery (node) where not settled;

    create table post_hold (
      post uuid not null references post,
      locale text not null,
      holder uuid not null,
      was timestamptz not null,
      until timestamptz not null,
      primary key (post, locale, holder)
    );
    create index post_hold_holder on post_hold (holder);

    create table pin_rest (
      headline uuid primary key references headline,
      holder uuid not null,
      was timestamptz not null,
      version integer not null
    );

    create view alert_site as
      select a.id as alert, x.site from alert a join audience_site x on x.audience = a.audience
        where not a.practice and not a.everywhere
      union all
      select a.id, s.id from alert a join site s on (s.kind = 'practice') = a.practice
        where a.practice or a.everywhere;
  `.execute(db);
}
