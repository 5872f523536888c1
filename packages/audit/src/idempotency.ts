import { createHash } from 'node:crypto';
import type { Db, Trx } from '@warta/database';
import { DomainError } from '@warta/problems';
import { sql } from 'kysely';

/** What a request is known by: a key is the sender's own, per token, method and path. */
export interface IdempotentRequest {
  actor: string;
  method: string;
  path: string;
  key: string;
  body: unknown;
}

export interface StoredAnswer {
  status: number;
  headers: Record<string, string>;
  response: unknown;
}

const bodyHash = (body: unknown) =>
  createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest('hex');

/**
 * The answer a key already got, if it got one.
 * @throws {DomainError} `key-reused` when the same key came with another body.
 */
export async function findAnswer(db: Db, request: IdempotentRequest): Promise<StoredAnswer | undefined> {
  const row = await at(db, request).executeTakeFirst();
  if (!row || row.status === null) return undefined;
  if (row.body_hash !== bodyHash(request.body)) {
    throw new DomainError('key-reused', 'This Idempotency-Key was used before with another body.', [
      { field: 'Idempotency-Key', message: 'take a new key for a new request' },
    ]);
  }
  return {
    status: row.status,
    headers: row.headers as Record<string, string>,
    response: row.response,
  };
}

/**
 * Keeps the answer in the transaction that did the work, so that key and work stand or fall together.
 * @throws {DomainError} `key-in-use` when another request with this key was faster.
 */
export async function keepAnswer(trx: Trx, request: IdempotentRequest, answer: StoredAnswer): Promise<void> {
  const { numInsertedOrUpdatedRows: inserted } = await trx
    .insertInto('idempotency_key')
    .values({
      actor: request.actor,
      method: request.method,
      path: request.path,
      key: request.key,
      body_hash: bodyHash(request.body),
      status: answer.status,
      response: JSON.stringify(answer.response),
      headers: JSON.stringify(answer.headers),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted !== 1n) {
    throw new DomainError('key-in-use', 'A request with this Idempotency-Key has just been carried out.');
  }
}

/** Forgets keys after 24 hours. */
export async function pruneAnswers(db: Db): Promise<void> {
  await db
    .deleteFrom('idempotency_key')
    .where('created_at', '<', sql<Date>`now() - interval '24 hours'`)
    .execute();
}

function at(db: Db, request: IdempotentRequest) {
  return db
    .selectFrom('idempotency_key')
    .select(['body_hash', 'status', 'response', 'headers'])
    .where('actor', '=', request.actor)
    .where('method', '=', request.method)
    .where('path', '=', request.path)
    .where('key', '=', request.key);
}
