import { type Actor, recordAudit } from '@warta/audit';
import { type Db, newId, type Trx } from '@warta/database';
import { DomainError } from '@warta/problems';
import { sql } from 'kysely';
import { membershipsOf } from './find-people.ts';
import type { Membership, NetworkRole, Permission } from './policy.ts';
import { digest, newSecret } from './secrets.ts';

/** A token as it may be shown: never its secret, which nobody can read back. */
export interface Token {
  id: string;
  name: string;
  /** A role of the whole network, or `person` for one that acts as the person who made it. */
  role: NetworkRole | 'person';
  /** The person it acts as. */
  person: string | null;
  email: string | null;
  /** What it was narrowed to; null for all that its role or person may do. */
  scopes: string[] | null;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
}

/** A token that works, with what it may do. */
export type LiveToken = Token & { memberships: Membership[] };

export type TokenInput = { name: string; expiresAt?: Date | undefined } & (
  | { role: NetworkRole }
  | { role: 'person'; person: string; scopes: Permission[] }
);

/** Makes a token and returns its secret, this once. */
export async function createToken(
  trx: Trx,
  actor: Actor,
  input: TokenInput,
): Promise<{ id: string; secret: string }> {
  const id = newId();
  const secret = `warta_${newSecret()}`;
  await trx
    .insertInto('token')
    .values({
      id,
      name: input.name,
      role: input.role,
      person: input.role === 'person' ? input.person : null,
      scopes: input.role === 'person' ? input.scopes : null,
      hash: digest(secret),
      expires_at: input.expiresAt ?? null,
    })
    .execute();
  await recordAudit(trx, actor, {
    action: 'token.create',
    subject: `token:${id}`,
    after: input,
  });
  return { id, secret };
}

/** The token with this secret, unless it was revoked, has expired, or its person's account is closed. */
export async function findToken(db: Db, secret: string): Promise<LiveToken | undefined> {
  const row = await select(db)
    .select(membershipsOf(sql.ref('token.person')).as('memberships'))
    .where('hash', '=', digest(secret))
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', sql<Date>`now()`)]))
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row || row.role === 'person') return row;
  return { ...row, memberships: [{ role: row.role, site: null }] };
}

/** All tokens, or those of a person, newest first, the revoked ones too. */
export async function listTokens(db: Db, person?: string): Promise<Token[]> {
  const all = select(db).orderBy('token.created_at', 'desc');
  return (person === undefined ? all : all.where('token.person', '=', person)).execute();
}

/**
 * Ends a token at once, one of this person where one is named; ending it again changes nothing.
 * @throws {DomainError} `not-found`
 */
export async function revokeToken(trx: Trx, actor: Actor, id: string, person?: string): Promise<void> {
  const token = trx
    .updateTable('token')
    .set({ revoked_at: sql<Date>`coalesce(revoked_at, now())` })
    .where('id', '=', id);
  const own = person === undefined ? token : token.where('person', '=', person);
  const revoked = await own.returning('name').executeTakeFirst();
  if (!revoked) throw new DomainError('not-found', 'There is no such token.');
  await recordAudit(trx, actor, { action: 'token.revoke', subject: `token:${id}`, before: revoked });
}

function select(db: Db) {
  return db
    .selectFrom('token')
    .leftJoin('person', 'person.id', 'token.person')
    .select(['token.id', 'token.name', 'token.person', 'token.scopes', 'person.email'])
    .select(['token.created_at as createdAt', 'expires_at as expiresAt', 'revoked_at as revokedAt'])
    .select(sql<Token['role']>`token.role`.as('role'));
}
