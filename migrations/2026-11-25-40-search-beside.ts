import { type Kysely, sql } from 'kysely';

/**
 * What a mission says beside a headline is searched as well, its translation and its words each in a row of their own;
 * so are captions and places: `said` tells of which. Posts that have some are taken in anew after the start.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table overlay_search (
      site uuid not null,
      headline uuid not null,
      locale text not null,
      part text not null check (part in ('translation', 'beside')),
      config text not null,
      sort_at timestamptz not null,
      words tsvector not null,
      primary key (site, headline, locale, part),
      foreign key (site, headline, locale) references overlay_text on delete cascade,
      foreign key (headline, sort_at) references post (id, sort_at) on update cascade
    );
    create index overlay_search_words on overlay_search using gin (words) with (fastupdate = off);
    create index overlay_search_newest on overlay_search (sort_at desc);
    create index overlay_search_headline on overlay_search (headline);

    alter table search_text add column said text not null default '';
    delete from search_text s using post p where p.id = s.post and p.kind in ('event', 'gallery');
  `.execute(db);
}
