import { findPersonByEmail, listPeople } from '@warta/accounts';
import type { AuditQuery } from '@warta/audit';
import type { Db } from '@warta/database';
import { findSite, type Site } from '@warta/sites';
import { JAKARTA } from '../jakarta.ts';
import { type Filters, NOUNS } from './filters.ts';

/** What of the log is meant: on one site, or on the whole network where `site` is null. Days are on its clock. */
export async function queryOf(
  db: Db,
  site: Site | null,
  asked: Filters,
): Promise<Omit<AuditQuery, 'limit' | 'after'>> {
  const { kind, from, until, who } = asked;
  const about = await siteAsked(db, site, asked);
  const people = about ? await listPeople(db, about.id) : [];
  const person = who ? await findPersonByEmail(db, who) : undefined;
  return {
    timeZone: about?.timezone ?? JAKARTA,
    ...{ from, until, nouns: kind && NOUNS[kind] },
    ...(about && { site: { id: about.id, people: people.map(({ id }) => id) } }),
    ...(person ? { person: person.id } : who && { actor: who }),
  };
}

/** The site whose log is read: the one somebody is at, else the one that was asked for. */
export async function siteAsked(db: Db, site: Site | null, asked: Filters): Promise<Site | undefined> {
  return site ?? (asked.site ? findSite(db, asked.site) : undefined);
}
