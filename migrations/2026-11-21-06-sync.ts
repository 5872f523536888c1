import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table audience (
      id uuid primary key,
      rule jsonb not null,
      rule_hash text not null unique,
      created_at timestamptz not null default now()
    );

    create table audience_site (
      audience uuid not null references audience,
      site uuid not null references site,
      primary key (audience, site)
    );
    create index audience_site_site on audience_site (site, audience);

    create table headline (
      post uuid primary key references post,
      number integer not null unique generated always as identity,
      origin uuid not null references site,
      audience uuid not null references audience,
      obligation text not null check (obligation in ('mandatory', 'recommended', 'optional')),
      state text not null check (state in ('live', 'recalled')),
      version integer not null,
      next_version integer,
      next_from timestamptz,
      latest integer not null,
      publish_at timestamptz not null,
      sort_at timestamptz not null,
      pinned_until timestamptz
    );
    create index headline_timeline on headline (audience, sort_at desc, post desc) where state = 'live';
    create index headline_pinned on headline (audience, sort_at desc, post desc)
      where state = 'live' and pinned_until is not null;
    create index headline_origin on headline (origin, sort_at desc);
    create index headline_due on headline (next_from) where next_from is not null;

    create view standing_headline as
      select h.*, case when h.next_from <= now() then h.next_version else h.version end as standing_version
      from headline h;

    create table headline_version (
      post uuid not null references headline,
      version integer not null,
      kind text not null check (kind in ('publication', 'correction', 'recall')),
      note text,
      reason text,
      notice jsonb,
      texts jsonb not null,
      received_at timestamptz not null,
      live_from timestamptz not null,
      created_by text not null,
      primary key (post, version)
    );
    create trigger headline_version_is_immutable before update or delete on headline_version
      for each row execute function refuse_change();

    create table overlay (
      site uuid not null references site,
      headline uuid not null references headline,
      hidden boolean not null default false,
      taken boolean not null default false,
      primary key (site, headline)
    );

    create table delivery (
      headline uuid not null references headline,
      site uuid not null references site,
      node text not null references node,
      version integer,
      seen_at timestamptz,
      error text,
      primary key (headline, site, node)
    );
    create index delivery_node on delivery (node, headline);
  `.execute(db);
}
