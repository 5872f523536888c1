import { randomInt } from 'node:crypto';
import { type Actor, recordAudit } from '@warta/audit';
import type { Db, Trx } from '@warta/database';
import { invalid } from '@warta/problems';
import { sql } from 'kysely';
import { generateSecret, generateURI, verify } from 'otplib';
import { isSealed, SealBrokenError, type SecretBox } from './secret-box.ts';
import { digest } from './secrets.ts';

const ISSUER = 'Warta';
/** Clocks of phones are seldom further off. */
const TOLERANCE_S = 30;
const CODES = 10;
/** Without signs that look alike on paper. */
const ALPHABET = '23456789abcdefghjkmnpqrstvwxyz';

/** The secret an authenticator is set up with: the one that waits, or a new one. Not in force until a code proves it. */
export async function beginFactor(db: Db, box: SecretBox, { id, email }: { id: string; email: string }) {
  const fresh = generateSecret();
  const row = await db
    .updateTable('person')
    .set({ totp_secret: sql<string>`coalesce(totp_secret, ${box.seal(fresh, id)})` })
    .where('id', '=', id)
    .where('totp_step', 'is', null)
    .returning('totp_secret')
    .executeTakeFirst();
  if (!row?.totp_secret) return undefined;
  const secret = openIfRight(box, row.totp_secret, id) ?? (await beginAnew(db, box, id, fresh));
  return { secret, uri: generateURI({ issuer: ISSUER, label: email, secret }) };
}

/** What nobody can open any more was never in force: it makes way. */
async function beginAnew(db: Db, box: SecretBox, id: string, fresh: string): Promise<string> {
  await db
    .updateTable('person')
    .set({ totp_secret: box.seal(fresh, id) })
    .where('id', '=', id)
    .where('totp_step', 'is', null)
    .execute();
  return fresh;
}

function openIfRight(box: SecretBox, kept: string, owner: string): string | undefined {
  try {
    return box.open(kept, owner);
  } catch (error) {
    if (error instanceof SealBrokenError) return undefined;
    throw error;
  }
}

/** Whether the key is the one that the kept secrets were sealed with; where none is, any key is right. */
export async function isRightKey(db: Db, box: SecretBox): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select(['id', 'totp_secret'])
    .where('totp_secret', 'like', 'v1.%')
    .where('totp_step', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return !row?.totp_secret || openIfRight(box, row.totp_secret, row.id) !== undefined;
}

/**
 * Puts the second factor in force, once a code from the authenticator proves that it works, and returns the
 * backup codes, this once.
 * @throws {DomainError} `invalid`, naming `code`
 */
export async function confirmFactor(
  db: Db,
  box: SecretBox,
  actor: Actor,
  person: string,
  code: string,
): Promise<string[]> {
  return db.transaction().execute(async (trx) => {
    if ((await takeCode(trx, box, person, code)) !== 'taken') throw wrongCode();
    await recordAudit(trx, actor, { action: 'person.second-factor', subject: `person:${person}` });
    return renewBackupCodes(trx, actor, person);
  });
}

/**
 * Whether this is the authenticator's code now, or a backup code; each is taken once. `sealed` where no code of the
 * authenticator can be checked, since its secret was sealed with another key: backup codes go on being taken.
 */
export async function takeFactor(
  db: Db,
  box: SecretBox,
  person: string,
  code: string,
): Promise<'totp' | 'backup' | 'sealed' | undefined> {
  return db.transaction().execute(async (trx) => {
    const found = await takeCode(trx, box, person, code);
    if (found === 'taken') return 'totp';
    if (await takeBackupCode(trx, person, code)) return 'backup';
    return found === 'sealed' ? 'sealed' : undefined;
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

async function takeCode(
  trx: Trx,
  box: SecretBox,
  person: string,
  code: string,
): Promise<'taken' | 'wrong' | 'sealed'> {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return 'wrong';
  const row = await trx
    .selectFrom('person')
    .select(['totp_secret', 'totp_step'])
    .where('id', '=', person)
    .forUpdate()
    .executeTakeFirst();
  if (!row?.totp_secret) return 'wrong';
  const secret = openIfRight(box, row.totp_secret, person);
  if (secret === undefined) return 'sealed';
  const result = await verify({
    secret,
    token,
    epochTolerance: TOLERANCE_S,
    ...(row.totp_step !== null && { afterTimeStep: row.totp_step }),
  });
  if (!result.valid || !('timeStep' in result)) return 'wrong';
  // What was kept before there was a key is sealed as soon as it is used.
  const sealed = !isSealed(row.totp_secret) && { totp_secret: box.seal(secret, person) };
  const used = { totp_step: result.timeStep, ...sealed };
  await trx.updateTable('person').set(used).where('id', '=', person).execute();
  return 'taken';
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
