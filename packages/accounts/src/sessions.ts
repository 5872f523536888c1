import { type Actor, recordAudit } from '@warta/audit';
import { type Db, newId, type Trx } from '@warta/database';
import { sql } from 'kysely';
import { membershipsOf } from './find-people.ts';
import type { Membership } from './policy.ts';
import { digest, newSecret } from './secrets.ts';

const LONGEST = "interval '14 days'";
const IDLE = "interval '12 hours'";

/** Somebody signed in, with all that each request asks about. */
export interface Session {
  id: string;
  person: string;
  email: string;
  name: string;
  language: 'id' | 'en';
  memberships: Membership[];
  /** Whether the second factor was shown in this session. */
  factor: boolean;
  /** Whether the person has one. */
  hasFactor: boolean;
  factorDueAt: Date | null;
  /** Whether more than a minute has passed since it was last noted that the session is in use. */
  stale: boolean;
}

export interface SessionLine {
  id: string;
  address: string;
  agent: string;
  createdAt: Date;
  seenAt: Date;
}

/** Begins a session and returns its secret, this once. */
export async function startSession(
  trx: Trx,
  person: string,
  from: { address: string; agent: string; factor: boolean },
): Promise<string> {
  const secret = newSecret();
  await trx
    .insertInto('session')
    .values({
      id: newId(),
      hash: digest(secret),
      person,
      factor: from.factor,
      address: from.address,
      agent: from.agent.slice(0, 200),
      expires_at: sql<Date>`now() + ${sql.raw(LONGEST)}`,
    })
    .execute();
  return secret;
}

/** The session with this secret: not ended, not left idle for 12 hours, its person's account open. */
export async function findSession(db: Db, secret: string): Promise<Session | undefined> {
  return db
    .selectFrom('session as s')
    .innerJoin('person as p', 'p.id', 's.person')
    .select(['s.id', 's.person', 's.factor', 'p.email', 'p.name', 'p.language'])
    .select('p.factor_due_at as factorDueAt')
    .select(sql<boolean>`p.totp_step is not null`.as('hasFactor'))
    .select(sql<boolean>`s.seen_at < now() - interval '1 minute'`.as('stale'))
    .select(membershipsOf(sql.ref('p.id')).as('memberships'))
    .where('s.hash', '=', digest(secret))
    .where('s.expires_at', '>', sql<Date>`now()`)
    .where('s.seen_at', '>', sql<Date>`now() - ${sql.raw(IDLE)}`)
    .where('p.disabled_at', 'is', null)
    .executeTakeFirst();
}

/** Notes that a session is in use. */
export async function touchSession(db: Db, id: string): Promise<void> {
  await db.updateTable('session').set({ seen_at: sql<Date>`now()` }).where('id', '=', id).execute();
}

/** The sessions of a person that are open, the newest first. */
export async function listSessions(db: Db, person: string): Promise<SessionLine[]> {
  return db
    .selectFrom('session')
    .select(['id', 'address', 'agent', 'created_at as createdAt', 'seen_at as seenAt'])
    .where('person', '=', person)
    .where('expires_at', '>', sql<Date>`now()`)
    .where('seen_at', '>', sql<Date>`now() - ${sql.raw(IDLE)}`)
    .orderBy('seen_at', 'desc')
    .execute();
}

/** Ends one session of a person, or all of them but `except`. */
export async function endSessions(
  trx: Trx,
  actor: Actor,
  person: string,
  which: { id: string } | { except?: string },
): Promise<void> {
  let ended = trx.deleteFrom('session').where('person', '=', person);
  if ('id' in which) ended = ended.where('id', '=', which.id);
  else if (which.except) ended = ended.where('id', '!=', which.except);
  await ended.execute();
  await recordAudit(trx, actor, { action: 'session.end', subject: `person:${person}` });
}

/** Removes what has run out: sessions, links, counts of attempts. */
export async function tidyAccounts(db: Db): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<', sql<Date>`now()`).execute();
  await db
    .deleteFrom('one_time_link')
    .where('expires_at', '<', sql<Date>`now() - interval '30 days'`)
    .execute();
  await db.deleteFrom('attempts').where('expire', '<', Date.now()).execute();
}
