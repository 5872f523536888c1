import { currentGeneration, findChanges } from '@warta/changes';
import type { Db } from '@warta/database';
import { testDatabase } from '@warta/database/testing';
import t from 'tap';
import {
  CONTACTS,
  type Contact,
  contactsInput,
  createSite,
  emergencyContacts,
  findContacts,
  findLacks,
  findSite,
  holidaysInput,
  type Site,
  saveContacts,
  saveHolidays,
  updateSite,
} from '../src/index.ts';
import { ministryInput, missionInput } from '../src/testing/index.ts';

const actor = { name: 'test', source: 'test' };
const NOW = new Date('2026-11-22T00:00:00Z');
const [hotline, duty, mail] = contactsInput.parse([
  { kind: 'phone', purpose: 'emergency', value: '+44 20 7946 0123' },
  { kind: 'phone', purpose: 'emergency', value: '+1 202 555 0123' },
  { kind: 'email', purpose: 'emergency', value: 'duty@tokyo.example' },
]) as [Contact, Contact, Contact];

async function network(t: Parameters<typeof testDatabase>[0]) {
  const { db } = await testDatabase(t);
  const [kemlu, tokyo, cairo] = await db
    .transaction()
    .execute(async (trx) => [
      await createSite(trx, actor, ministryInput()),
      await createSite(trx, actor, missionInput('tokyo')),
      await createSite(trx, actor, missionInput('cairo', { timezone: 'Africa/Cairo' })),
    ]);
  const save = (site: string, contacts: Contact[], version = 1) =>
    saveContacts(db, actor, [{ site, version, contacts }]);
  return { db, save, kemlu: kemlu as Site, tokyo: tokyo as Site, cairo: cairo as Site };
}

const announced = async (db: Db, since: number) => (await findChanges(db, since)).map(({ tags }) => tags);

t.test('saving contacts is one version, one audit row and one announcement', async (t) => {
  const { db, save, tokyo } = await network(t);
  const since = await currentGeneration(db);
  t.match(await save('tokyo', [duty]), [{ site: 'tokyo', version: 2 }]);
  t.match(await save('tokyo', [duty], 2), [{ site: 'tokyo', version: 2 }], 'the same again is no change');
  t.same(await announced(db, since), [[CONTACTS, `site:${tokyo.id}`]]);
  const log = await db.selectFrom('audit').selectAll().where('action', '=', 'site.contacts').execute();
  t.match(log, [
    {
      actor: 'test',
      site: tokyo.id,
      before: { contacts: [] },
      after: { contacts: [{ value: duty.kind === 'phone' ? duty.value : '' }] },
    },
  ]);
});

t.test('the hotline of the ministry is announced to every page', async (t) => {
  const { db, save } = await network(t);
  const since = await currentGeneration(db);
  await save('kemlu', [hotline]);
  t.same(await announced(db, since), [['all']]);
});

t.test('nothing is saved when one of many lists is stale', async (t) => {
  const { db, tokyo } = await network(t);
  const lists = [
    { site: 'tokyo', version: 1, contacts: [duty] },
    { site: 'cairo', version: 2, contacts: [duty] },
  ];
  await t.rejects(saveContacts(db, actor, lists), {
    code: 'stale-version',
    message: /The site cairo has changed/,
  });
  t.match(await findContacts(db, tokyo.id), { version: 1, contacts: [] });
});

t.test('of two who save at once, one is told that the site has changed', async (t) => {
  const { db, save, tokyo } = await network(t);
  const settled = await Promise.allSettled([save('tokyo', [duty]), save('tokyo', [mail])]);
  t.same(settled.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  t.match(await findContacts(db, tokyo.id), { version: 2 });
});

t.test('in distress one calls the site, else the ministry, else nobody is known', async (t) => {
  const { db, save, kemlu, tokyo, cairo } = await network(t);
  const ids = [kemlu.id, tokyo.id, cairo.id];
  t.equal((await emergencyContacts(db, ids)).size, 0);
  await save('tokyo', [mail, duty]);
  t.same(await emergencyContacts(db, ids), new Map([[tokyo.id, { contact: duty, of: 'site' }]]));
  await save('kemlu', [hotline]);
  const found = await emergencyContacts(db, ids);
  t.same(found.get(tokyo.id), { contact: duty, of: 'site' });
  t.same(found.get(cairo.id), { contact: hotline, of: 'ministry' });
  t.equal(found.get(kemlu.id)?.contact.kind, 'phone');
  await save('tokyo', [mail], 2);
  t.same(
    (await emergencyContacts(db, ids)).get(tokyo.id),
    { contact: mail, of: 'site' },
    'mail where no phone is',
  );
});

t.test('what a site lacks is told, the most urgent first', async (t) => {
  const { db, save, tokyo } = await network(t);
  const codes = async () => {
    const site = (await findSite(db, 'tokyo')) as Site;
    return (await findLacks(db, site, NOW)).map(({ code, locales }) => [code, ...(locales ?? [])].join(' '));
  };
  t.same(await codes(), [
    'emergency-number',
    'general-contact',
    'address',
    'holidays',
    'full-name id en',
    'hero',
  ]);
  await save('tokyo', [
    duty,
    ...contactsInput.parse([
      { kind: 'email', purpose: 'general', value: 'info@tokyo.example' },
      { kind: 'address', purpose: 'general', address: { id: 'Jalan Contoh 1' } },
    ]),
  ]);
  const past = holidaysInput.parse([{ date: '2026-11-21', name: { id: 'Kemarin' } }]);
  await saveHolidays(db, actor, 'tokyo', past, { version: 2 });
  t.same(
    await codes(),
    ['emergency-number', 'holidays', 'full-name id en', 'hero'],
    'a sample number is none',
  );
  // Germany keeps this one for fiction, which the check does not know: no number here rings anywhere.
  const real = contactsInput.parse([{ kind: 'phone', purpose: 'emergency', value: '+49 30 23125 000' }]);
  await save('tokyo', real, 3);
  const today = holidaysInput.parse([{ date: '2026-11-22', name: { id: 'Hari ini' } }]);
  await saveHolidays(db, actor, 'tokyo', today, { version: 4 });
  await db.transaction().execute((trx) =>
    updateSite(trx, actor, tokyo.slug, {
      status: 'closed',
      statusNote: { en: 'Closed.' },
      fullName: { id: 'KBRI' },
    }),
  );
  t.same(await codes(), [
    'status-note id',
    'served-by',
    'general-contact',
    'address',
    'full-name en',
    'hero',
  ]);
});
