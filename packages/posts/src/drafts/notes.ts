import type { Actor } from '@warta/audit';
import { type Db, newId, type Trx } from '@warta/database';
import { DomainError, invalid } from '@warta/problems';
import { sql } from 'kysely';

/** A word between colleagues beside a text; readers never see it. */
export interface Note {
  id: string;
  author: string;
  body: string;
  createdAt: Date;
  settledAt: Date | null;
}

/**
 * Leaves a note beside a post and returns its id.
 * @throws {DomainError} `invalid`, naming `note`
 */
export async function addNote(trx: Trx, actor: Actor, post: string, words: string): Promise<string> {
  const body = words.trim();
  if (body === '') throw invalid({ field: 'note', message: 'is empty', why: 'missing' });
  if (body.length > 5000) throw invalid({ field: 'note', message: 'has more than 5,000 characters' });
  const id = newId();
  await trx
    .insertInto('note')
    .values({ id, post, author: actor.person ?? null, author_name: actor.name, body })
    .execute();
  return id;
}

/** The notes beside a post, the oldest first. */
export async function findNotes(db: Db, post: string): Promise<Note[]> {
  return db
    .selectFrom('note')
    .leftJoin('person', 'person.id', 'note.author')
    .select(['note.id', 'note.body', 'note.created_at as createdAt', 'note.settled_at as settledAt'])
    .select(sql<string>`coalesce(person.name, note.author_name)`.as('author'))
    .where('note.post', '=', post)
    .orderBy('note.created_at')
    .execute();
}

/**
 * Marks a note of a post as dealt with; it stays so.
 * @throws {DomainError} `not-found`
 */
export async function settleNote(trx: Trx, post: string, id: string): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('note')
    .set({ settled_at: sql<Date>`coalesce(settled_at, now())` })
    .where('id', '=', id)
    .where('post', '=', post)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new DomainError('not-found', 'There is no such note.');
}
