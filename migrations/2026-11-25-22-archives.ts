import { type Kysely, sql } from 'kysely';

/** Archives ask for a site's posts of one kind, and for headlines of one category or tag, of which there are few. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create index post_of_kind on post (site, kind, sort_at desc, id desc) where state = 'live';
    create index post_headline_category on post (category) where kind = 'headline' and state = 'live';
    create index post_headline_tags on post using gin (tags) where kind = 'headline' and state = 'live';
  `.execute(db);
}
