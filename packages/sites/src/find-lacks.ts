import type { Db } from '@warta/database';
import { findContacts, forEmergencies } from './find-contacts.ts';
import { isForFiction } from './phone-number.ts';
import type { Site } from './site.ts';

/** What can be missing of a site, the most urgent first. */
export const LACKS = [
  'emergency-number',
  'status-note',
  'served-by',
  'general-contact',
  'address',
  'holidays',
  'full-name',
  'hero',
] as const;
export type LackCode = (typeof LACKS)[number];

export interface Lack {
  code: LackCode;
  /** The languages of the site in which it is missing, where it is missing in some. */
  locales?: string[];
}

/**
 * What a site still lacks to serve its readers, the most urgent first. A number reserved for fiction is as good as
 * none, and holidays that are past are over. `now` decides what is past.
 */
export async function findLacks(db: Db, site: Site, now: Date): Promise<Lack[]> {
  const { contacts, holidays } = await findContacts(db, site.id);
  const emergency = forEmergencies(contacts);
  const today = new Intl.DateTimeFormat('sv', { timeZone: site.timezone }).format(now);
  const lacking: Record<LackCode, boolean | string[]> = {
    'emergency-number':
      (emergency?.kind !== 'phone' && emergency?.kind !== 'whatsapp') || isForFiction(emergency.value),
    'status-note': site.status !== 'open' && withoutWords(site, site.statusNote),
    'served-by': site.status === 'closed' && site.servedBy.length === 0,
    'general-contact': !contacts.some(({ purpose, kind }) => purpose === 'general' && kind !== 'address'),
    address: !contacts.some(({ kind }) => kind === 'address'),
    holidays: !holidays.some(({ date }) => date >= today),
    'full-name': withoutWords(site, site.fullName),
    hero: site.hero === null,
  };
  return LACKS.flatMap((code) => lackOf(code, lacking[code]));
}

function lackOf(code: LackCode, lacking: boolean | string[]): Lack[] {
  if (lacking === true) return [{ code }];
  return lacking && lacking.length > 0 ? [{ code, locales: lacking }] : [];
}

function withoutWords({ locales }: Site, words: Record<string, string>): string[] {
  return locales.filter((locale) => !words[locale]);
}
