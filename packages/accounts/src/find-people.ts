import type { Db } from '@warta/database';
import { sql } from 'kysely';
import type { Membership } from './policy.ts';

/** Somebody with an account, without anything that would open it. */
export interface Person {
  id: string;
  email: string;
  name: string;
  language: 'id' | 'en';
  memberships: Membership[];
  hasFactor: boolean;
  /** When the second factor becomes a condition of signing in; null where it is one already. */
  factorDueAt: Date | null;
  mailOff: string[];
  acceptedAt: Date | null;
  disabledAt: Date | null;
  version: number;
}

/** The person with this id. */
export async function findPerson(db: Db, id: string): Promise<Person | undefined> {
  return select(db).where('person.id', '=', id).executeTakeFirst();
}

/** The person who signs in with this e-mail address. */
export async function findPersonByEmail(db: Db, email: string): Promise<Person | undefined> {
  return select(db).where('person.email', '=', canonicalEmail(email)).executeTakeFirst();
}

/** All people, or those with a role on a site, by name. */
export async function listPeople(db: Db, site?: string): Promise<Person[]> {
  const all = select(db).orderBy('person.name').orderBy('person.id');
  if (site === undefined) return all.execute();
  return all
    .where('person.id', 'in', (eb) => eb.selectFrom('membership').select('person').where('site', '=', site))
    .execute();
}

/** An address as it is kept and compared. */
export const canonicalEmail = (email: string) => email.trim().toLowerCase();

function select(db: Db) {
  return db
    .selectFrom('person')
    .select(['person.id', 'email', 'person.name', 'language', 'person.version', 'mail_off as mailOff'])
    .select(['factor_due_at as factorDueAt', 'accepted_at as acceptedAt', 'disabled_at as disabledAt'])
    .select(sql<boolean>`totp_secret is not null and totp_step is not null`.as('hasFactor'))
    .select(membershipsOf(sql.ref('person.id')).as('memberships'));
}

/** What somebody may do and where, as JSON. */
export const membershipsOf = (person: ReturnType<typeof sql.ref>) =>
  sql<Membership[]>`coalesce((
    select json_agg(json_build_object('role', m.role, 'site', m.site) order by m.role, m.site)
    from membership m where m.person = ${person}), '[]'::json)`;
