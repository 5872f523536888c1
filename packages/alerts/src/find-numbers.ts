import type { Db } from '@warta/database';
import { type Contact, MINISTRY_SLUG } from '@warta/sites';
import { sql } from 'kysely';
import type { AlertKind, AlertNumber, AlertNumbers } from './alert-content.ts';
import type { Area } from './alert-input.ts';

interface Row {
  slug: string;
  contacts: Contact[];
}

/**
 * The numbers that go with an alert: those for emergencies of the missions it stands for, hosts first, and the
 * ministry's for families at home. A mission without one has none here; nothing is made up. One that is for everybody
 * names no mission, and a solemn notice no number.
 */
export async function findNumbers(db: Db, alert: string, kind: AlertKind, area: Area): Promise<AlertNumbers> {
  if (kind === 'solemn') return { there: [], home: [] };
  const countries = area.countries ?? [];
  const there = area.everywhere
    ? []
    : await db
        .selectFrom('alert_site as a')
        .innerJoin('site as s', 's.id', 'a.site')
        .select((eb) => ['s.slug', eb.ref('s.contacts').$castTo<Contact[]>().as('contacts')])
        .where('a.alert', '=', alert)
        .orderBy(sql`s.country = any(${countries}::text[])`, 'desc')
        .orderBy('s.slug')
        .execute();
  const home = await db
    .selectFrom('site')
    .select((eb) => ['slug', eb.ref('contacts').$castTo<Contact[]>().as('contacts')])
    .where('slug', '=', MINISTRY_SLUG)
    .execute();
  return { there: there.flatMap(numbersOf), home: home.flatMap(numbersOf) };
}

/** The numbers for emergencies among a site's contacts. */
export function numbersOf({ slug, contacts }: Row): AlertNumber[] {
  return contacts.flatMap((contact) => {
    if (contact.purpose !== 'emergency') return [];
    if (contact.kind !== 'phone' && contact.kind !== 'whatsapp') return [];
    const { kind, value, label, hours } = contact;
    return [{ site: slug, label, kind, value, ...(hours && { hours }) }];
  });
}
