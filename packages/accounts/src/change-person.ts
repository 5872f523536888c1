import { type Actor, recordAudit } from '@warta/audit';
import type { Db, Trx } from '@warta/database';
import { DomainError } from '@warta/problems';
import { sql } from 'kysely';
import { findPerson, type Person } from './find-people.ts';
import { writeMemberships } from './invite-person.ts';
import { checkPassword, hashPassword, isPassword } from './passwords.ts';
import type { Membership } from './policy.ts';
import { siteOfChange } from './site-of-change.ts';

/**
 * Gives somebody these roles in the place of those there were; sessions stay, with what is allowed now.
 * @throws {DomainError} `not-found`
 */
export async function setMemberships(
  trx: Trx,
  actor: Actor,
  id: string,
  memberships: readonly Membership[],
): Promise<void> {
  const before = await required(trx, id);
  await writeMemberships(trx, id, memberships);
  await recordAudit(trx, actor, {
    action: 'person.roles',
    subject: `person:${id}`,
    ...siteOfChange(before.memberships, memberships),
    before: { memberships: before.memberships },
    after: { memberships },
  });
}

/**
 * Closes an account: every session and token of it ends at once, its history stays.
 * @throws {DomainError} `not-found`
 */
export async function disablePerson(trx: Trx, actor: Actor, id: string): Promise<void> {
  await required(trx, id);
  await trx.updateTable('person').set({ disabled_at: sql<Date>`now()` }).where('id', '=', id).execute();
  await trx.deleteFrom('session').where('person', '=', id).execute();
  await trx
    .updateTable('token')
    .set({ revoked_at: sql<Date>`coalesce(revoked_at, now())` })
    .where('person', '=', id)
    .execute();
  await recordAudit(trx, actor, { action: 'person.disable', subject: `person:${id}` });
}

/** Opens a closed account again, with its roles as they were. */
export async function enablePerson(trx: Trx, actor: Actor, id: string): Promise<void> {
  await required(trx, id);
  await trx.updateTable('person').set({ disabled_at: null }).where('id', '=', id).execute();
  await recordAudit(trx, actor, { action: 'person.enable', subject: `person:${id}` });
}

/** What somebody says of themselves. */
export async function setProfile(
  trx: Trx,
  actor: Actor,
  id: string,
  profile: { name?: string; language?: 'id' | 'en'; mailOff?: string[] },
): Promise<void> {
  const { mailOff, ...rest } = profile;
  const values = { ...rest, ...(mailOff && { mail_off: mailOff }) };
  await trx.updateTable('person').set(values).where('id', '=', id).execute();
  await recordAudit(trx, actor, { action: 'person.profile', subject: `person:${id}`, after: profile });
}

/**
 * Takes a new password from somebody who knows the old one, and ends all other sessions.
 * @throws {DomainError} `invalid`, naming `current` or `password`
 */
export async function changePassword(
  db: Db,
  actor: Actor,
  given: { person: string; session: string; current: string; password: string },
): Promise<void> {
  const person = await required(db, given.person);
  const { password: kept } = await db
    .selectFrom('person')
    .select('password')
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow();
  if (!(await isPassword(kept, given.current))) {
    const error = { field: 'current', message: 'is not your password', why: 'password.wrong' };
    throw new DomainError('invalid', 'current: is not your password', [error]);
  }
  await checkPassword(given.password, person);
  const hash = await hashPassword(given.password);
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('person').set({ password: hash }).where('id', '=', person.id).execute();
    await trx
      .deleteFrom('session')
      .where('person', '=', person.id)
      .where('id', '!=', given.session)
      .execute();
    await recordAudit(trx, actor, { action: 'person.new-password', subject: `person:${person.id}` });
  });
}

async function required(db: Db, id: string): Promise<Person> {
  const person = await findPerson(db, id);
  if (!person) throw new DomainError('not-found', 'There is no such person.');
  return person;
}
