import { type Actor, recordAudit } from '@warta/audit';
import type { Db, Trx } from '@warta/database';
import { sql } from 'kysely';
import { digest, newSecret } from './secrets.ts';

/** What a link lets somebody do, once: accept, take a new password, or set up the second factor anew. */
export type LinkPurpose = 'invitation' | 'password' | 'second-factor';

export interface OneTimeLink {
  person: string;
  email: string;
  name: string;
  language: 'id' | 'en';
  purpose: LinkPurpose;
}

const DAYS: Record<LinkPurpose, number> = { invitation: 7, password: 1, 'second-factor': 1 };

/** Makes a link and returns its secret, this once; older links of the person for the same end no longer work. */
export async function makeLink(
  trx: Trx,
  actor: Actor,
  person: string,
  purpose: LinkPurpose,
): Promise<{ secret: string; expiresAt: Date }> {
  await trx
    .deleteFrom('one_time_link')
    .where('person', '=', person)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute();
  const secret = newSecret();
  const { expires_at } = await trx
    .insertInto('one_time_link')
    .values({
      hash: digest(secret),
      person,
      purpose,
      created_by: actor.name,
      expires_at: sql<Date>`now() + make_interval(days => ${DAYS[purpose]}::int)`,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow();
  await recordAudit(trx, actor, { action: `person.link-${purpose}`, subject: `person:${person}` });
  return { secret, expiresAt: expires_at };
}

/** The link with this secret, while it works. */
export async function findLink(db: Db, secret: string): Promise<OneTimeLink | undefined> {
  return db
    .selectFrom('one_time_link as l')
    .innerJoin('person as p', 'p.id', 'l.person')
    .select(['l.person', 'p.email', 'p.name', 'p.language', 'l.purpose'])
    .where('l.hash', '=', digest(secret))
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', sql<Date>`now()`)
    .where('p.disabled_at', 'is', null)
    .executeTakeFirst();
}

/** Uses a link up; false where somebody else was faster, or it no longer works. */
export async function spendLink(trx: Trx, secret: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('one_time_link')
    .set({ used_at: sql<Date>`now()` })
    .where('hash', '=', digest(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
