import { type Kysely, sql } from 'kysely';

/**
 * Pictures get what a library needs, and documents stand beside them. `formats` says which files a row has, so
 * that no page offers one that was never made. An owner (`post:…`, `headline:…`, `site:…`) says what it uses:
 * the foreign key then keeps it from being removed.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table media
      add column kind text not null default 'picture' check (kind in ('picture', 'document')),
      add column formats text[] not null default '{webp,jpeg}',
      add column large_width integer,
      add column caption jsonb not null default '{}',
      add column credit text not null default '',
      add column licence text not null default '',
      add column focus_x double precision not null default 0.5 check (focus_x between 0 and 1),
      add column focus_y double precision not null default 0.5 check (focus_y between 0 and 1),
      add column title text not null default '',
      add column language text,
      add column bytes integer,
      add column shared boolean not null default false,
      add column found_by text not null default '',
      add column uploaded_by text not null default '',
      add column person uuid,
      add column version integer not null default 1;

    update media set found_by = coalesce((select string_agg(lower(value), ' ') from jsonb_each_text(alt)), '');

    create index media_of_site on media (site, created_at desc, id desc);
    create index media_shared on media (created_at desc, id desc) where shared;

    create table media_use (
      media uuid not null references media,
      owner text not null,
      primary key (media, owner)
    );
    create index media_use_owner on media_use (owner);

    insert into media_use (media, owner)
      select cover, (case kind when 'headline' then 'headline:' else 'post:' end) || id
      from post where cover is not null;
  `.execute(db);
}
