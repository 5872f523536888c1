import { type Kysely, sql } from 'kysely';

/**
 * What is searched in: a row for each revision that stands or follows, worked out from it and never changed. Whether
 * readers may find it is a condition of the read. `sort_at` is the post's own, kept the same by its reference.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table post add constraint post_moment unique (id, sort_at);

    create table search_text (
      post uuid not null,
      locale text not null,
      revision integer not null,
      site uuid not null references site,
      config text not null,
      sort_at timestamptz not null,
      words tsvector not null,
      learned boolean not null default false,
      primary key (post, locale, revision),
      foreign key (post, locale, revision) references revision (post, locale, n),
      foreign key (post, sort_at) references post (id, sort_at) on update cascade
    );
    create index search_text_words on search_text using gin (words) with (fastupdate = off);
    create index search_text_newest on search_text (sort_at desc);
    create index search_text_unlearned on search_text (post) where not learned;

    create table search_word (
      word text primary key,
      near text[] not null,
      texts integer not null
    );
    create index search_word_near on search_word using gin (near) with (fastupdate = off);
  `.execute(db);
}
