import type { Db } from '@warta/database';
import { sql } from 'kysely';

/** What somebody is typing, kept apart from the history until it is saved. */
export interface Autosave {
  content: Record<string, string | string[]>;
  base: number | null;
  savedAt: Date;
}

export interface AutosaveKey {
  post: string;
  locale: string;
  person: string;
}

/** Keeps what somebody has typed so far, in the place of what was kept before. */
export async function keepAutosave(
  db: Db,
  key: AutosaveKey,
  { content, base }: Omit<Autosave, 'savedAt'>,
): Promise<Date> {
  const row = { content: JSON.stringify(content), base_revision: base, saved_at: sql<Date>`now()` };
  const { saved_at } = await db
    .insertInto('autosave')
    .values({ ...key, ...row })
    .onConflict((conflict) => conflict.columns(['post', 'locale', 'person']).doUpdateSet(row))
    .returning('saved_at')
    .executeTakeFirstOrThrow();
  return saved_at;
}

/** What the person has typed there and not saved. */
export async function findAutosave(db: Db, key: AutosaveKey): Promise<Autosave | undefined> {
  const row = await db
    .selectFrom('autosave')
    .select(['content', 'base_revision as base', 'saved_at as savedAt'])
    .where('post', '=', key.post)
    .where('locale', '=', key.locale)
    .where('person', '=', key.person)
    .executeTakeFirst();
  return row && { ...row, content: row.content as Autosave['content'] };
}

/** Throws away what somebody has typed and not saved. */
export async function dropAutosave(db: Db, { post, locale, person }: AutosaveKey): Promise<void> {
  await db
    .deleteFrom('autosave')
    .where('post', '=', post)
    .where('locale', '=', locale)
    .where('person', '=', person)
    .execute();
}
