import { type Kysely, sql } from 'kysely';

/**
 * A text points at the revision that stands and, for a change set for later, at the one that follows:
 * which of them a reader gets is a condition of the read, so no job has to run for a moment to be met.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table post (
      id uuid primary key,
      site uuid not null references site,
      kind text not null check (kind in ('article', 'headline')),
      state text not null check (state in ('live', 'withdrawn')),
      category text,
      tags text[] not null default '{}',
      cover uuid references media,
      publish_at timestamptz not null,
      sort_at timestamptz not null,
      announced boolean not null default false,
      created_at timestamptz not null default now(),
      created_by text not null
    );
    create index post_timeline on post (site, sort_at desc, id desc) where state = 'live';
    create index post_due on post (publish_at) where not announced;
    create index post_cover on post (cover) where cover is not null;

    create table revision (
      post uuid not null references post,
      locale text not null,
      n integer not null,
      title text not null,
      summary text not null,
      body text not null,
      html text not null,
      title_hash text not null,
      body_hash text not null,
      created_at timestamptz not null default now(),
      created_by text not null,
      primary key (post, locale, n)
    );
    create trigger revision_is_immutable before update or delete on revision
      for each row execute function refuse_change();
    create trigger revision_is_never_emptied before truncate on revision
      for each statement execute function refuse_change();

    create table text (
      post uuid not null references post,
      locale text not null,
      slug text not null,
      revision integer,
      next_revision integer,
      next_from timestamptz,
      primary key (post, locale),
      foreign key (post, locale, revision) references revision (post, locale, n),
      foreign key (post, locale, next_revision) references revision (post, locale, n)
    );

    create index text_due on text (next_from) where next_from is not null;

    create view standing_text as
      select t.post, t.locale, t.slug, r.n as revision, r.title, r.summary, r.html,
             r.title_hash, r.body_hash, r.created_at
      from text t
      join revision r on r.post = t.post and r.locale = t.locale
        and r.n = case when t.next_from <= now() then t.next_revision else t.revision end;

    create table address (
      site uuid not null references site,
      locale text not null,
      slug text not null,
      post uuid not null references post,
      current boolean not null,
      primary key (site, locale, slug)
    );
    create unique index address_current on address (post, locale) where current;
  `.execute(db);
}
