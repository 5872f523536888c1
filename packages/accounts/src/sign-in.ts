import { type Actor, recordAudit } from '@warta/audit';
import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { canonicalEmail } from './find-people.ts';
import { isPassword } from './passwords.ts';
import { takeFactor } from './second-factor.ts';
import type { SecretBox } from './secret-box.ts';
import { digest, newSecret } from './secrets.ts';
import { endSessions, type Session, startSession } from './sessions.ts';
import type { Attempt, SignInLimits } from './sign-in-limits.ts';

export interface Credentials {
  email: string;
  password: string;
  address: string;
  agent: string;
  /** The secret kept by a device that signed in before, to whichever account. */
  device?: string | undefined;
}

export type SignedIn =
  /** `newDevice`: signed in, and not with the first device the person uses nor with one that is known. */
  | { kind: 'in'; secret: string; device: string; newDevice: boolean; needsCode: boolean; person: string }
  /** A wrong name and a wrong password are not told apart, in words or in time. */
  | { kind: 'wrong' }
  | { kind: 'wait'; seconds: number };

/** Signs somebody in with name and password; where the account has a second factor, the session waits for its code. */
export async function signIn(db: Db, limits: SignInLimits, given: Credentials): Promise<SignedIn> {
  const email = canonicalEmail(given.email);
  const person = await db
    .selectFrom('person')
    .select(['id', 'password', 'totp_step'])
    .where('email', '=', email)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  const isKnown = await knowsDevice(db, person?.id, given.device);
  const attempt: Attempt = { email, address: given.address, knownDevice: isKnown ? given.device : undefined };
  const seconds = await limits.wait(attempt);
  if (seconds > 0) return { kind: 'wait', seconds };
  const right = await isPassword(person?.password ?? null, given.password);
  if (!person || !right) {
    await limits.miss(attempt);
    await noteFailure(db, { name: email, source: given.address, ...(person && { person: person.id }) });
    return { kind: 'wrong' };
  }
  const device = isKnown && given.device ? given.device : newSecret();
  const needsCode = person.totp_step !== null;
  const newDevice = !needsCode && (await isNewDevice(db, person.id, device));
  const secret = await db.transaction().execute(async (trx) => {
    if (!needsCode) await rememberDevice(trx, person.id, device);
    await recordAudit(
      trx,
      { name: email, person: person.id, source: given.address },
      { action: needsCode ? 'session.password' : 'session.start', subject: `person:${person.id}` },
    );
    return startSession(trx, person.id, { ...given, factor: false });
  });
  return { kind: 'in', secret, device, newDevice, needsCode, person: person.id };
}

type WithFactor =
  | { kind: 'in'; secret: string; newDevice: boolean }
  | { kind: 'wrong' }
  /** No code of the authenticator can be checked: the service has another key than it was set up with. */
  | { kind: 'sealed' }
  | { kind: 'wait'; seconds: number };

/**
 * Shows the second factor: the waiting session ends and one with another secret takes its place. Undefined for
 * a wrong code.
 */
export async function showFactor(
  db: Db,
  { limits, box }: { limits: SignInLimits; box: SecretBox },
  session: Session,
  given: { code: string; address: string; agent: string; device: string },
): Promise<WithFactor> {
  const seconds = await limits.waitForCode(session.person);
  if (seconds > 0) return { kind: 'wait', seconds };
  const actor: Actor = { name: session.email, person: session.person, source: given.address };
  const taken = await takeFactor(db, box, session.person, given.code);
  if (taken === 'sealed') return { kind: 'sealed' };
  if (!taken) {
    await limits.missCode(session.person);
    await noteFailure(db, actor);
    return { kind: 'wrong' };
  }
  const newDevice = await isNewDevice(db, session.person, given.device);
  const secret = await db.transaction().execute(async (trx) => {
    await endSessions(trx, actor, session.person, { id: session.id });
    await rememberDevice(trx, session.person, given.device);
    await recordAudit(trx, actor, {
      action: 'session.start',
      subject: `person:${session.person}`,
      after: { factor: taken },
    });
    return startSession(trx, session.person, { ...given, factor: true });
  });
  return { kind: 'in', secret, newDevice };
}

async function noteFailure(db: Db, actor: Actor): Promise<void> {
  await db
    .transaction()
    .execute((trx) =>
      recordAudit(trx, actor, { action: 'session.refuse', subject: `person:${actor.person ?? 'unknown'}` }),
    );
}

async function knowsDevice(db: Db, person: string | undefined, device: string | undefined): Promise<boolean> {
  if (!person || !device) return false;
  const known = await devicesOf(db, person);
  return known.includes(digest(device));
}

/** Whether the person has used other devices before, and not this one. */
async function isNewDevice(db: Db, person: string, device: string): Promise<boolean> {
  const known = await devicesOf(db, person);
  return known.length > 0 && !known.includes(digest(device));
}

async function devicesOf(db: Db, person: string): Promise<string[]> {
  const rows = await db.selectFrom('known_device').select('hash').where('person', '=', person).execute();
  return rows.map(({ hash }) => hash);
}

async function rememberDevice(db: Db, person: string, device: string): Promise<void> {
  await db
    .insertInto('known_device')
    .values({ person, hash: digest(device) })
    .onConflict((conflict) => conflict.columns(['person', 'hash']).doUpdateSet({ seen_at: sql<Date>`now()` }))
    .execute();
}
