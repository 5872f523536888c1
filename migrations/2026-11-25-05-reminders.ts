import { type Kysely, sql } from 'kysely';

/** What people were told is near, so that they are told once; a post set for another moment is told of again. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table reminder (
      post uuid not null references post,
      what text not null check (what in ('scheduled', 'closing')),
      at timestamptz not null,
      primary key (post, what, at)
    );
    create index post_opportunity on post (site) where kind = 'opportunity' and state = 'live';
  `.execute(db);
}
