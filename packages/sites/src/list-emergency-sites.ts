import type { Db, Words } from '@warta/database';
import type { Contact } from './contact-input.ts';
import { accreditedTo } from './find-sites.ts';
import { MINISTRY_SLUG } from './site.ts';

/** What must be known of a site to say, without a database, whom to reach there. Plain JSON. */
export interface EmergencySite {
  id: string;
  slug: string;
  kind: string;
  host: string | null;
  name: Words;
  fullName: Words;
  locales: string[];
  timezone: string;
  country: string;
  /** Further countries it serves; ISO 3166-1. */
  accreditedTo: string[];
  theme: string;
  accent: string;
  /** For citizens in distress, in the order in which readers see them. */
  contacts: (Contact & { kind: 'phone' | 'whatsapp' | 'email' })[];
}

/** All sites with their contacts for emergencies: the ministry's first, then by slug. */
export async function listEmergencySites(db: Db): Promise<EmergencySite[]> {
  const rows = await db
    .selectFrom('site')
    .select(['id', 'slug', 'kind', 'host', 'name', 'full_name as fullName', 'locales', 'timezone'])
    .select(['country', 'theme', 'accent', accreditedTo.as('accreditedTo')])
    .select((eb) => [eb.ref('contacts').$castTo<Contact[]>().as('contacts')])
    .orderBy((eb) => eb('slug', '=', MINISTRY_SLUG), 'desc')
    .orderBy('slug')
    .execute();
  return rows.map((row) => ({ ...row, contacts: row.contacts.filter(isForEmergencies) }));
}

const isForEmergencies = (contact: Contact): contact is EmergencySite['contacts'][number] =>
  contact.purpose === 'emergency' && contact.kind !== 'address';
