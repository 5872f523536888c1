import { type Kysely, sql } from 'kysely';

/** Since when a post is withdrawn, which feeds tell; and the newest of all sites, for the feed of the whole network. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table post add column withdrawn_at timestamptz;
    update post set withdrawn_at = now() where state = 'withdrawn';
    create index post_withdrawn on post (site, withdrawn_at desc) where state = 'withdrawn';
    create index post_newest on post (sort_at desc, id desc) where state = 'live' and kind <> 'page';
    create index headline_recalled on headline (audience) where state = 'recalled';
  `.execute(db);
}
