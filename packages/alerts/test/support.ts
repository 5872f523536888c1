import { newId } from '@warta/database';
import { testDatabase } from '@warta/database/testing';
import { PRACTICE, PRACTICE_SLUG, type Site, saveContacts } from '@warta/sites';
import { ministryInput, missionInput } from '@warta/sites/testing';
import { openSite } from '@warta/sync';
import { type AlertInput, alertInput, ensureTemplates } from '../src/index.ts';

type Test = Parameters<typeof testDatabase>[0];

export const clock = { name: 'test', source: 'test' };

/** A person of the test, told from others by an id. */
export const person = (name: string) => ({ name, source: 'test', person: newId() });

/** A network with the ministry, Tokyo and Osaka in Japan, Cairo (accredited to Sudan), and the practice site. */
export async function network(t: Test) {
  const { db } = await testDatabase(t);
  const kemlu = await openSite(db, clock, ministryInput());
  const tokyo = await openSite(db, clock, missionInput('tokyo'));
  const osaka = await openSite(db, clock, missionInput('osaka', { kind: 'consulate-general' }));
  const cairo = await openSite(db, clock, missionInput('cairo', { country: 'EG', accreditedTo: ['SD'] }));
  const latihan = await openSite(db, clock, missionInput(PRACTICE_SLUG, { kind: PRACTICE, country: 'ID' }));
  await ensureTemplates(db, clock);
  return { db, kemlu, tokyo, osaka, cairo, latihan };
}

/** Numbers of the ranges kept for fiction. */
export async function giveNumbers(db: Parameters<typeof saveContacts>[0], numbers: [Site, string][]) {
  const lists = numbers.map(([{ slug, version }, value]) => ({
    site: slug,
    version,
    contacts: [
      { kind: 'phone' as const, purpose: 'emergency' as const, value, label: {}, hours: null },
      { kind: 'phone' as const, purpose: 'visas' as const, value: '+442079460999', label: {}, hours: null },
    ],
  }));
  await saveContacts(db, clock, lists);
}

/** An earthquake in Japan, with anything set otherwise. */
export const quake = (set: Partial<AlertInput> = {}) => ({
  ...alertInput.parse({ template: 'earthquake', area: { countries: ['JP'] }, place: 'Jepang', ...set }),
  practice: false,
});
