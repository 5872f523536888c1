import type { Db } from '@warta/database';
import { sql } from 'kysely';
import type { SharedParts } from './draft-input.ts';

/** A saved state of a text, in the list of all of them. */
export interface RevisionLine {
  n: number;
  title: string;
  savedAt: Date;
  savedBy: string;
}

export interface Revision extends RevisionLine {
  summary: string;
  body: string;
  shared: Partial<SharedParts>;
}

/** All saved states of one language of a post, the newest first. */
export async function listRevisions(db: Db, post: string, locale: string): Promise<RevisionLine[]> {
  return db
    .selectFrom('revision')
    .leftJoin('person', 'person.id', 'revision.person')
    .select(['revision.n', 'revision.title', 'revision.created_at as savedAt'])
    .select(sql<string>`coalesce(person.name, revision.created_by)`.as('savedBy'))
    .where('revision.post', '=', post)
    .where('revision.locale', '=', locale)
    .orderBy('revision.n', 'desc')
    .execute();
}

/** One saved state. */
export async function findRevision(
  db: Db,
  post: string,
  locale: string,
  n: number,
): Promise<Revision | undefined> {
  const row = await db
    .selectFrom('revision')
    .leftJoin('person', 'person.id', 'revision.person')
    .select([
      'revision.n',
      'revision.title',
      'revision.summary',
      'revision.body',
      'revision.details as shared',
    ])
    .select('revision.created_at as savedAt')
    .select(sql<string>`coalesce(person.name, revision.created_by)`.as('savedBy'))
    .where('revision.post', '=', post)
    .where('revision.locale', '=', locale)
    .where('revision.n', '=', n)
    .executeTakeFirst();
  return row as Revision | undefined;
}
