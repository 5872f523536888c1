import { type Kysely, sql } from 'kysely';

/** What a site has set of its theme, by the names its `theme.json` gives; what is not in it stands by default. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table site add column theme_settings jsonb not null default '{}'`.execute(db);
}
