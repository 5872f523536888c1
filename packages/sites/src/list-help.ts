import type { Db, Words } from '@warta/database';
import { sql } from 'kysely';
import type { Contact } from './contact-input.ts';
import type { Holiday } from './holidays.ts';
import { MINISTRY_SLUG, type SiteStatus } from './site.ts';

/** The tag of pages that say whom to reach at any of the sites. */
export const CONTACTS = 'contacts';

/** A site as somebody in distress needs it: where it is, whom it serves, and how to reach it. */
export interface HelpSite {
  slug: string;
  kind: string;
  region: string | null;
  host: string | null;
  name: Words;
  fullName: Words;
  locales: string[];
  city: string;
  /** Where it stands, and the further countries it serves. */
  country: string;
  accreditedTo: string[];
  timeZone: string;
  status: SiteStatus;
  /** For citizens in distress alone, in the order in which readers see them. */
  contacts: Contact[];
  holidays: Holiday[];
}

/** All sites, the ministry's first and the others by slug, with the moment by the database's clock they were read at. */
export async function listHelp(db: Db): Promise<{ sites: HelpSite[]; now: Date }> {
  const { rows } = await sql<HelpSite & { now: Date }>`
    /*help*/ select slug, kind, region, host, name, full_name as "fullName", locales, city, country,
      timezone as "timeZone", status, contacts, holidays, now() as now,
      coalesce((select array_agg(c.country order by c.country) from site_country c
        where c.site = site.id and c.role = 'accredited'), '{}'::text[]) as "accreditedTo"
    from site order by (slug = ${MINISTRY_SLUG}) desc, slug`.execute(db);
  const sites = rows.map(({ now, contacts, ...site }) => ({
    ...site,
    contacts: contacts.filter(({ purpose }) => purpose === 'emergency'),
  }));
  return { sites, now: rows[0]?.now ?? new Date() };
}
