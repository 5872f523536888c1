import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { invalid } from '@warta/problems';

/** OWASP's parameters for argon2id (19 MiB, two passes): about 30 ms, on a thread of its own. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
const SHORTEST = 12;
const LONGEST = 200;

const hashOf = promisify(argon2);

/** A password as it is kept: argon2id in the PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt);
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain(salt)}$${plain(hash)}`;
}

/** Whether it is the password; takes as long where there is none (`kept` null), so that nobody learns who exists. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$([\w+/]+)\$([\w+/]+)$/.exec(kept ?? '');
  const salt = Buffer.from(match?.[1] ?? 'bm9ib2R5IGhhcyB0aGlz', 'base64');
  const hash = await derive(password, salt);
  const wanted = Buffer.from(match?.[2] ?? '', 'base64');
  return wanted.length === hash.length && timingSafeEqual(wanted, hash);
}

/**
 * Refuses passwords that are guessed first (NIST SP 800-63B, 5.1.1.2: length, common ones, one's own name).
 * @throws {DomainError} `invalid`, naming `password`
 */
export async function checkPassword(
  password: string,
  person: { email: string; name: string },
): Promise<void> {
  const length = [...password].length;
  if (length < SHORTEST) throw refuse('too-short', `has at least ${SHORTEST} characters`, { n: SHORTEST });
  if (length > LONGEST) throw refuse('too-long', `has at most ${LONGEST} characters`, { n: LONGEST });
  const folded = password.normalize('NFKC').toLowerCase();
  const [mailbox = ''] = person.email.split('@');
  const own = [person.email, mailbox, ...person.name.toLowerCase().split(/\s+/)].filter((w) => w.length > 3);
  const rest = own.reduce((left, word) => left.replaceAll(word, ''), folded);
  if (rest.length < SHORTEST / 2) throw refuse('own-name', 'is not made of your name or address');
  if (new Set(folded).size < 5) throw refuse('too-plain', 'has more than a few different characters');
  if (await isCommon(folded)) throw refuse('common', 'is one that many people use; take another');
}

/** Passwords that appear in lists of stolen ones, also with digits and signs put at their end. */
async function isCommon(password: string): Promise<boolean> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  common ??= new Set(dictionary['passwords-common'].map(String));
  const stem = password.replace(/[^\p{L}]+$/u, '');
  return common.has(password) || (common.has(stem) && password.length - stem.length < SHORTEST / 2);
}
let common: Set<string> | undefined;

const refuse = (why: string, message: string, values: Record<string, number> = {}) =>
  invalid({ field: 'password', message, why: `password.${why}`, values });

async function derive(password: string, nonce: Buffer): Promise<Buffer> {
  return hashOf('argon2id', { ...COST, message: password.normalize('NFKC'), nonce });
}

const plain = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
