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
  site: string,
  key: AutosaveKey,
  { content, base }: Omit<Autosave, 'savedAt'>,
): Promise<Date> {
  const row = { content: JSON.stringify(content), base_revision: base, saved_at: sql<Date>`now()` };
  const { saved_at } = await db
    .insertInto('autosave')
    .values({ site, ...key, ...row })
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

/** Posts of a site that a person began and has never saved, the newest first. */
export async function findUnsaved(
  db: Db,
  site: string,
  person: string,
): Promise<{ post: string; locale: string; title: string; savedAt: Date }[]> {
  const { rows } = await sql<{ post: string; locale: string; title: string; savedAt: Date }>`
    select a.post, a.locale, coalesce(a.content->>'title', '') as title, a.saved_at as "savedAt"
    from autosave a
    where a.site = ${site} and a.person = ${person} and a.base_revision is null
      and not exists (select from draft d where d.post = a.post and d.locale = a.locale)
      and not exists (select from post p where p.id = a.post and p.kind = 'headline')
    order by a.saved_at desc
    limit 20`.execute(db);
  return rows;
}

/** Removes what nobody has taken back for 60 days, links to previews that have run out, reminders long past. */
export async function tidyDrafts(db: Db): Promise<void> {
  await db.deleteFrom('autosave').where('saved_at', '<', sql<Date>`now() - interval '60 days'`).execute();
  await db.deleteFrom('preview').where('expires_at', '<', sql<Date>`now()`).execute();
  await db.deleteFrom('reminder').where('at', '<', sql<Date>`now() - interval '30 days'`).execute();
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
