import { type Kysely, sql } from 'kysely';

/**
 * What a mission adds to a headline: words in its languages, a translation the ministry has not made, a picture,
 * a pin, its contacts. `made_for` is the headline's version that words were written for; every state is kept.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table overlay
      add column version integer not null default 1,
      add column cover uuid references media,
      add column pinned_until timestamptz,
      add column contact text check (contact in ('emergency', 'visas', 'press', 'general'));
    create index overlay_pinned on overlay (site) where pinned_until is not null;
    create index overlay_headline on overlay (headline);

    create table overlay_text (
      site uuid not null,
      headline uuid not null,
      locale text not null,
      intro text not null default '',
      intro_html text not null default '',
      note text not null default '',
      note_html text not null default '',
      title text,
      summary text,
      body text,
      html text,
      slug text,
      title_hash text,
      body_hash text,
      made_for integer not null,
      changed_in integer not null,
      saved_at timestamptz not null default now(),
      primary key (site, headline, locale),
      foreign key (site, headline) references overlay,
      check (num_nulls(title, summary, body, html, slug, title_hash, body_hash) in (0, 7))
    );
    create index overlay_text_translation on overlay_text (headline) where title is not null;

    create table overlay_version (
      site uuid not null,
      headline uuid not null,
      version integer not null,
      content jsonb not null,
      person uuid,
      created_by text not null,
      created_at timestamptz not null default now(),
      primary key (site, headline, version),
      foreign key (site, headline) references overlay
    );
    create trigger overlay_version_is_immutable before update or delete on overlay_version
      for each row execute function refuse_change();

    insert into overlay_version (site, headline, version, content, created_by)
      select site, headline, 1, jsonb_build_object('taken', taken, 'hidden', hidden, 'cover', null,
        'pinnedUntil', null, 'contact', null, 'texts', '[]'::jsonb), '' from overlay;
  `.execute(db);
}
