import { createHash, randomBytes } from 'node:crypto';
import { type Actor, recordAudit } from '@warta/audit';
import { type Db, newId, type Trx } from '@warta/database';
import { DomainError } from '@warta/problems';
import { sql } from 'kysely';
import type { Role } from './policy.ts';

/** A token as it may be shown: never its secret, which nobody can read back. */
export interface Token {
  id: string;
  name: string;
  role: Role;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
}

/** 256 random bits need no slow hash: there is nothing to guess. */
const digest = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Makes a token and returns its secret, this once. */
export async function createToken(
  trx: Trx,
  actor: Actor,
  input: { name: string; role: Role; expiresAt?: Date | undefined },
): Promise<{ id: string; secret: string }> {
  const id = newId();
  const secret = `warta_${randomBytes(32).toString('base64url')}`;
  await trx
    .insertInto('token')
    .values({
      id,
      name: input.name,
      role: input.role,
      hash: digest(secret),
      expires_at: input.expiresAt ?? null,
    })
    .execute();
  await recordAudit(trx, actor, {
    action: 'token.create',
    subject: `token:${id}`,
    after: { name: input.name, role: input.role, expiresAt: input.expiresAt },
  });
  return { id, secret };
}

/** The token with this secret, unless it was revoked or has expired. */
export async function findToken(db: Db, secret: string): Promise<Token | undefined> {
  return select(db)
    .where('hash', '=', digest(secret))
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', sql<Date>`now()`)]))
    .executeTakeFirst();
}

/** All tokens, newest first, the revoked ones too. */
export async function listTokens(db: Db): Promise<Token[]> {
  return select(db).orderBy('created_at', 'desc').execute();
}

/**
 * Ends a token at once; ending it again changes nothing.
 * @throws {DomainError} `not-found`
 */
export async function revokeToken(trx: Trx, actor: Actor, id: string): Promise<void> {
  const revoked = await trx
    .updateTable('token')
    .set({ revoked_at: sql<Date>`coalesce(revoked_at, now())` })
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst();
  if (!revoked) throw new DomainError('not-found', 'There is no such token.');
  await recordAudit(trx, actor, { action: 'token.revoke', subject: `token:${id}`, before: revoked });
}

function select(db: Db) {
  return db
    .selectFrom('token')
    .select(['id', 'name', 'created_at as createdAt', 'expires_at as expiresAt', 'revoked_at as revokedAt'])
    .select(sql<Role>`role`.as('role'));
}
