import type { Db } from '@warta/database';
import { sql } from 'kysely';
import type { Contact } from './contact-input.ts';
import type { Holiday } from './holidays.ts';
import type { Service } from './services.ts';
import { MINISTRY_SLUG } from './site.ts';

/** Whom to reach somewhere, and what turns the hours given into moments. */
export interface Reachable {
  contacts: Contact[];
  /** By date. */
  holidays: Holiday[];
  timeZone: string;
  city: string;
}

/** Whom to reach at a site and at the ministry, with the moment by the database's clock at which this was read. */
export interface Reach {
  own: Reachable;
  /** Absent where there is no ministry. */
  ministry: Reachable | null;
  /** What the site does for people. */
  services: Service[];
  now: Date;
}

/** What a page needs to say whether somebody answers now, in one query. */
export async function findReach(db: Db, site: string): Promise<Reach> {
  const { rows } = await sql<Reach>`
    /*reach*/ select ${reachable(sql`s`)} as own, now() as now, s.services,
      (select ${reachable(sql`k`)} from site k where k.slug = ${MINISTRY_SLUG}) as ministry
    from site s where s.id = ${site}`.execute(db);
  const [reach] = rows;
  if (!reach) throw new Error(`there is no site ${site}`);
  return reach;
}

const reachable = (site: ReturnType<typeof sql>) => sql<Reachable>`json_build_object(
  'contacts', ${site}.contacts, 'holidays', ${site}.holidays, 'timeZone', ${site}.timezone, 'city', ${site}.city)`;
