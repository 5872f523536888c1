import { randomInt } from 'node:crypto';
import { type Actor, recordAudit } from '@warta/audit';
import type { Db, Trx } from '@warta/database';
import { invalid } from '@warta/problems';
import { sql } from 'kysely';
import { generateSecret, generateURI, verify } from 'otplib';
import { digest } from './secrets.ts';

const ISSUER = 'Warta';
/** Clocks of phones are seldom further off. */
const TOLERANCE_S = 30;
const CODES = 10;
/** Without signs that look alike on paper. */
const ALPHABET = '23456789abcdefghjkmnpqrstvwxyz';

/** The secret an authenticator is set up with: the one that waits, or a new one. Not in force until a code proves it. */
export async function beginFactor(db: Db, person: { id: string; email: string }) {
  const row = await db
    .updateTable('person')
    .set({ totp_secret: sql<string>`coalesce(totp_secret, ${generateSecret()})` })
    .where('id', '=', person.id)
    .where('totp_step', 'is', null)
    .returning('totp_secret')
    .executeTakeFirst();
  const secret = row?.totp_secret;
  if (!secret) return undefined;
  return { secret, uri: generateURI({ issuer: ISSUER, label: person.email, secret }) };
}

/**
 * Puts the second factor in force, once a code from the authenticator proves that it works, and returns the
 * backup codes, this once.
 * @throws {DomainError} `invalid`, naming `code`
 */
export async function confirmFactor(db: Db, actor: Actor, person: string, code: string): Promise<string[]> {
  return db.transaction().execute(async (trx) => {
    if (!(await takeCode(trx, person, code))) throw wrongCode();
    await recordAudit(trx, actor, { action: 'person.second-factor', subject: `person:${person}` });
    return renewBackupCodes(trx, actor, person);
  });
}

/** Whether this is the authenticator's code now, or a backup code; each is taken once. */
export async function takeFactor(
  db: Db,
  person: string,
  code: string,
): Promise<'totp' | 'backup' | undefined> {
  return db.transaction().execute(async (trx) => {
    if (await takeCode(trx, person, code)) return 'totp';
    return (await takeBackupCode(trx, person, code)) ? 'backup' : undefined;
  });
}

/** New backup codes in the place of all there were. */
export async function renewBackupCodes(trx: Trx, actor: Actor, person: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newBackupCode);
  await trx.deleteFrom('backup_code').where('person', '=', person).execute();
  await trx
    .insertInto('backup_code')
    .values(codes.map((code) => ({ person, hash: backupDigest(person, code) })))
    .execute();
  await recordAudit(trx, actor, { action: 'person.backup-codes', subject: `person:${person}` });
  return codes;
}

/** How many backup codes are left. */
export async function countBackupCodes(db: Db, person: string): Promise<number> {
  const { n } = await db
    .selectFrom('backup_code')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('n'))
    .where('person', '=', person)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return n;
}

async function takeCode(trx: Trx, person: string, code: string): Promise<boolean> {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return false;
  const row = await trx
    .selectFrom('person')
    .select(['totp_secret', 'totp_step'])
    .where('id', '=', person)
    .forUpdate()
    .executeTakeFirst();
  if (!row?.totp_secret) return false;
  const result = await verify({
    secret: row.totp_secret,
    token,
    epochTolerance: TOLERANCE_S,
    ...(row.totp_step !== null && { afterTimeStep: row.totp_step }),
  });
  if (!result.valid || !('timeStep' in result)) return false;
  await trx.updateTable('person').set({ totp_step: result.timeStep }).where('id', '=', person).execute();
  return true;
}

async function takeBackupCode(trx: Trx, person: string, code: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('backup_code')
    .set({ used_at: sql<Date>`now()` })
    .where('person', '=', person)
    .where('hash', '=', backupDigest(person, code))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ten signs of thirty: 49 bits, behind a password and a limit. */
function newBackupCode(): string {
  const signs = Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${signs.slice(0, 5).join('')}-${signs.slice(5).join('')}`;
}

const backupDigest = (person: string, code: string) =>
  digest(`${person}:${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`);

const wrongCode = () =>
  invalid({ field: 'code', message: 'is not the code your authenticator shows now', why: 'factor.wrong' });
