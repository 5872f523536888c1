import { type Actor, recordAudit } from '@warta/audit';
import type { Db } from '@warta/database';
import { DomainError } from '@warta/problems';
import { sql } from 'kysely';
import { findLink, type OneTimeLink, spendLink } from './one-time-links.ts';
import { checkPassword, hashPassword } from './passwords.ts';

/** How long somebody may sign in without a second factor where the role allows it at all. */
const GRACE = "interval '7 days'";

/**
 * Sets the password that an invitation or a link for a lost one is for, and ends every session there was.
 * @throws {DomainError} `invalid`, naming `password`; `not-found` when the link no longer works
 */
export async function setPasswordByLink(
  db: Db,
  source: string,
  secret: string,
  password: string,
): Promise<OneTimeLink> {
  const link = await findLink(db, secret);
  if (!link || link.purpose === 'second-factor') throw gone();
  await checkPassword(password, link);
  const hash = await hashPassword(password);
  const actor: Actor = { name: link.email, person: link.person, source };
  await db.transaction().execute(async (trx) => {
    if (!(await spendLink(trx, secret))) throw gone();
    await trx
      .updateTable('person')
      .set({
        password: hash,
        accepted_at: sql<Date>`coalesce(accepted_at, now())`,
        factor_due_at: sql<Date>`coalesce(factor_due_at, now() + ${sql.raw(GRACE)})`,
      })
      .where('id', '=', link.person)
      .execute();
    await trx.deleteFrom('session').where('person', '=', link.person).execute();
    const action = link.purpose === 'invitation' ? 'person.accept' : 'person.new-password';
    await recordAudit(trx, actor, { action, subject: `person:${link.person}` });
  });
  return link;
}

/**
 * Takes the second factor away, so that it is set up anew at the next sign-in, which its password still guards.
 * @throws {DomainError} `not-found` when the link no longer works
 */
export async function dropFactorByLink(db: Db, source: string, secret: string): Promise<OneTimeLink> {
  const link = await findLink(db, secret);
  if (link?.purpose !== 'second-factor') throw gone();
  const actor: Actor = { name: link.email, person: link.person, source };
  await db.transaction().execute(async (trx) => {
    if (!(await spendLink(trx, secret))) throw gone();
    await trx
      .updateTable('person')
      .set({ totp_secret: null, totp_step: null, factor_due_at: sql<Date>`now()` })
      .where('id', '=', link.person)
      .execute();
    await trx.deleteFrom('backup_code').where('person', '=', link.person).execute();
    await trx.deleteFrom('session').where('person', '=', link.person).execute();
    await recordAudit(trx, actor, { action: 'person.drop-factor', subject: `person:${link.person}` });
  });
  return link;
}

const gone = () => new DomainError('not-found', 'The link was used before, or its time is over.');
