import { type Kysely, sql } from 'kysely';

/**
 * What is written apart from what stands: `text` is what readers get, `draft` what the desk is working on.
 * A revision holds the post's details too, so that they are reviewed and published together with its words.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table site add column four_eyes boolean not null default false;

    alter table post drop constraint post_kind_check;
    alter table post add constraint post_kind_check check (kind in ('article', 'event', 'notice',
      'opportunity', 'gallery', 'video', 'poster', 'page', 'headline'));
    alter table post drop constraint post_state_check;
    alter table post add constraint post_state_check check (state in ('draft', 'live', 'withdrawn'));
    alter table post add column details jsonb not null default '{}';
    alter table post add column notice jsonb;
    alter table post add column binned_at timestamptz;
    create index post_of_site on post (site, created_at desc) where kind <> 'headline';

    alter table revision add column details jsonb not null default '{}';
    alter table revision add column person uuid;
    alter table revision add column content_hash text;

    create table draft (
      post uuid not null references post,
      locale text not null,
      revision integer not null,
      slug text,
      state text not null check (state in ('draft', 'in-review', 'changes-asked', 'published')),
      approved integer,
      source_locale text,
      source_revision integer,
      submitted_by uuid,
      changed_at timestamptz not null default now(),
      primary key (post, locale),
      foreign key (post, locale, revision) references revision (post, locale, n)
    );
    create index draft_waiting on draft (changed_at) where state in ('in-review', 'changes-asked');

    create table autosave (
      site uuid not null references site,
      post uuid not null,
      locale text not null,
      person uuid not null,
      base_revision integer,
      content jsonb not null,
      saved_at timestamptz not null default now(),
      primary key (post, locale, person)
    );

    create table note (
      id uuid primary key,
      post uuid not null references post,
      author uuid,
      author_name text not null,
      body text not null,
      created_at timestamptz not null default now(),
      settled_at timestamptz
    );
    create index note_post on note (post, created_at);

    create table preview (
      hash text primary key,
      post uuid not null references post,
      locale text not null,
      expires_at timestamptz not null,
      created_by text not null,
      created_at timestamptz not null default now()
    );
  `.execute(db);
}
