import { createToken, type Permission, type Role } from '@warta/accounts';
import { ensureTemplates } from '@warta/alerts';
import { PRACTICE, PRACTICE_SLUG, saveContacts } from '@warta/sites';
import { missionInput } from '@warta/sites/testing';
import { openSite } from '@warta/sync';
import { makePerson } from '../desk/desk-client.ts';
import { actor, type TestService, testService } from '../support.ts';

const RIGHTS: Permission[] = [
  'alerts:read',
  'alerts:write',
  'alerts:release',
  'alerts:draft',
  'alerts:second',
];

/** A person with a role, as a program calls in their name. */
export async function callerAs(test: TestService, role: Role, site?: string, name?: string) {
  const { id: person } = await makePerson(test, role, site, name);
  const input = { name: 'a program', role: 'person' as const, person, scopes: RIGHTS };
  const { secret } = await test.database.db.transaction().execute((trx) => createToken(trx, actor, input));
  const base = site ? `/sites/${site}/alerts` : '/alerts';
  const call = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object, version?: number) =>
    test.call(method, `${base}${path}`, body, {
      authorization: `Bearer ${secret}`,
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    });
  return { call, authorization: `Bearer ${secret}` };
}

/** A service with the templates, the practice site, and numbers that nobody has for Tokyo and the ministry. */
export async function service(t: Parameters<typeof testService>[0]) {
  const test = await testService(t);
  const { db } = test.database;
  await ensureTemplates(db, actor);
  await openSite(db, actor, missionInput(PRACTICE_SLUG, { kind: PRACTICE, country: 'ID' }));
  const emergency = { kind: 'phone' as const, purpose: 'emergency' as const, label: {}, hours: null };
  await saveContacts(db, actor, [
    { site: 'tokyo', version: 1, contacts: [{ ...emergency, value: '+442079460001' }] },
    { site: 'kemlu', version: 1, contacts: [{ ...emergency, value: '+442079460002' }] },
  ]);
  return test;
}

/** An alert for the missions in Japan. */
export const quake = { template: 'earthquake', area: { countries: ['JP'] }, place: 'Jepang' };
