import type { Db } from '@warta/database';
import type { Contact } from './contact-input.ts';
import type { Holiday } from './holidays.ts';
import { MINISTRY_SLUG } from './site.ts';

/** The contacts of a site, under the version of the site. */
export interface SiteContacts {
  site: string;
  version: number;
  /** In the order in which readers see them. */
  contacts: Contact[];
}

/** A contact for citizens in distress, and whose it is. */
export interface EmergencyContact {
  contact: Contact;
  of: 'site' | 'ministry';
}

/** The contacts of all sites, by slug. */
export async function listContacts(db: Db): Promise<SiteContacts[]> {
  return db
    .selectFrom('site')
    .select((eb) => ['slug as site', 'version', eb.ref('contacts').$castTo<Contact[]>().as('contacts')])
    .orderBy('slug')
    .execute();
}

/** Whom to reach at one site, its holidays by date, and the version of the site they are read at. */
export async function findContacts(
  db: Db,
  site: string,
): Promise<{ version: number; contacts: Contact[]; holidays: Holiday[] }> {
  return db
    .selectFrom('site')
    .select((eb) => ['version', eb.ref('contacts').$castTo<Contact[]>().as('contacts')])
    .select((eb) => [eb.ref('holidays').$castTo<Holiday[]>().as('holidays')])
    .where('id', '=', site)
    .executeTakeFirstOrThrow();
}

/**
 * Whom citizens in distress reach at these sites, in one query whatever their number: the site's own contact, else
 * the ministry's. A site that is not in the answer has none: then readers are told that none is known.
 */
export async function emergencyContacts(
  db: Db,
  sites: readonly string[],
): Promise<Map<string, EmergencyContact>> {
  const rows = await db
    .selectFrom('site')
    .select((eb) => ['id', 'slug', eb.ref('contacts').$castTo<Contact[]>().as('contacts')])
    .where((eb) => eb.or([eb('id', 'in', sites), eb('slug', '=', MINISTRY_SLUG)]))
    .execute();
  const ministry = rows.find((row) => row.slug === MINISTRY_SLUG)?.contacts ?? [];
  const found = sites.flatMap((site): [string, EmergencyContact][] => {
    const contact = emergencyOf(rows.find((row) => row.id === site)?.contacts ?? [], ministry);
    return contact ? [[site, contact]] : [];
  });
  return new Map(found);
}

/** The same for one site. */
export async function emergencyContact(db: Db, site: string): Promise<EmergencyContact | undefined> {
  return (await emergencyContacts(db, [site])).get(site);
}

/** The same where the contacts have been read: the site's own ones and the ministry's. */
export function emergencyOf(
  own: readonly Contact[],
  ministry: readonly Contact[],
): EmergencyContact | undefined {
  const contact = forEmergencies(own);
  if (contact) return { contact, of: 'site' };
  const hotline = forEmergencies(ministry);
  return hotline && { contact: hotline, of: 'ministry' };
}

/** Who is in distress calls or writes a message; mail is for where there is neither. */
export function forEmergencies(contacts: readonly Contact[]): Contact | undefined {
  const meant = contacts.filter(({ purpose, kind }) => purpose === 'emergency' && kind !== 'address');
  return meant.find(({ kind }) => kind !== 'email') ?? meant[0];
}
