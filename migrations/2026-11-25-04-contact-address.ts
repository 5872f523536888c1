import { type Kysely, sql } from 'kysely';

/** `contact` belongs to the page that says whom to reach: a post that had that address gets one with its number. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    update address set slug = 'contact-' || left(post::text, 8) where slug = 'contact';
    update text set slug = 'contact-' || left(post::text, 8) where slug = 'contact';
    update draft set slug = 'contact-' || left(post::text, 8) where slug = 'contact';
  `.execute(db);
}
