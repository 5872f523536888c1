import { type Kysely, sql } from 'kysely';

/** Menus, and whether something public shows a picture, are asked for often and concern few posts. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create index post_menu on post (site) where kind = 'page' and state = 'live';
    create index post_details on post using gin (details jsonb_path_ops) where kind in ('gallery', 'video');
  `.execute(db);
}
