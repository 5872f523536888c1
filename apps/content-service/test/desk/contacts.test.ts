import { findContacts, findSite } from '@warta/sites';
import t from 'tap';
import { type TestService, testService } from '../support.ts';
import { signedIn } from './desk-client.ts';

const HERE = '/desk/sites/tokyo/contacts';

async function contactsOf({ database: { db } }: TestService, slug = 'tokyo') {
  const site = await findSite(db, slug);
  return findContacts(db, site?.id ?? '');
}

const phone = (value: string, more: object = {}) => ({
  ...{ kind: 'phone', purpose: 'emergency', value, hours: 'always' },
  ...more,
});

t.test('contacts are added, changed, moved and taken out, and shown as readers see them', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  t.match((await editor.get(HERE)).body, 'no number here yet');
  const wrong = await editor.post(HERE, phone('03-1234', { 'label.en': 'Hotline' }));
  t.equal(wrong.status, 422);
  t.match(wrong.body, 'begins with + and the country');
  t.match(wrong.body, 'value="Hotline"', 'what was typed is still there');

  await editor.post(HERE, phone('+44 20 7946 0123', { 'label.en': 'Hotline' }));
  await editor.post(HERE, phone('+44 20 7946 0123', { 'label.en': 'Hotline' }));
  const mail = { kind: 'email', purpose: 'visas', value: 'visas@tokyo.example', hours: 'weekly' };
  await editor.post(HERE, { ...mail, 'hours.mo': '9.00-12.00, 13:00–17:00', 'hours.tu': '09:00–12:00' });
  const { contacts } = await contactsOf(test);
  t.equal(contacts.length, 2, 'what is sent twice is saved once');
  t.match(contacts[1], {
    hours: {
      periods: [
        { days: ['mo', 'tu'], opens: '09:00', closes: '12:00' },
        { days: ['mo'], opens: '13:00', closes: '17:00' },
      ],
    },
  });
  const list = await editor.get(HERE);
  t.match(list.body, '+44 20 7946 0123');
  t.match(list.body, 'href="tel:+442079460123"');
  t.match(list.body, /Open now|Closed now/);
  t.match(list.body, 'Tuesday 09:00–12:00 · Holidays closed');
  t.match(list.body, 'reserved for samples');

  const keys = [...list.body.matchAll(/contacts\/([\w-]{16})"/g)].map(([, key]) => key);
  await editor.post(`${HERE}/${keys[1]}/place`, { step: 'up' });
  t.equal((await contactsOf(test)).contacts[0]?.kind, 'email');
  t.match((await editor.get(`${HERE}/${keys[1]}`)).body, 'value="09:00–12:00, 13:00–17:00"');
  await editor.post(`${HERE}/${keys[1]}/removal`);
  t.equal((await contactsOf(test)).contacts.length, 1);
});

t.test(
  'a contact that somebody else has changed meanwhile is not overwritten, nor is what was typed',
  async (t) => {
    const test = await testService(t);
    const editor = await signedIn(test, 'content-editor', 'tokyo');
    await editor.post(HERE, phone('+44 20 7946 0123'));
    const key = /contacts\/([\w-]{16})"/.exec((await editor.get(HERE)).body)?.[1];
    t.equal((await editor.post(`${HERE}/${key}`, phone('+44 20 7946 0124'))).status, 303);
    t.equal((await editor.post(`${HERE}/${key}`, phone('+44 20 7946 0124'))).status, 303, 'a repetition');
    const late = await editor.post(`${HERE}/${key}`, phone('+44 20 7946 0125'));
    t.equal(late.status, 409);
    t.match(late.body, '+44 20 7946 0124', 'what stands');
    t.match(late.body, '+442079460125', 'what was typed');
    const { contacts } = await contactsOf(test);
    t.match(contacts, [{ value: '+442079460124' }]);
  },
);

t.test('times that meet are named by their day, and holidays are kept by date', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const times = { hours: 'weekly', 'hours.we': '09:00–12:00, 11:00–13:00' };
  const wrong = await editor.post(HERE, phone('+44 20 7946 0123', times));
  t.match(wrong.body, /#field-hours-we">Wednesday<\/a>: two periods meet/);
  t.match((await editor.post(HERE, phone('+44 20 7946 0123', { hours: 'weekly' }))).body, 'has no times yet');

  const days = '/desk/sites/tokyo/holidays';
  await editor.post(days, { date: '2099-08-17', 'name.id': 'Hari Kemerdekaan' });
  const twice = await editor.post(days, { date: '2099-08-17', 'name.id': 'Lagi' });
  t.equal(twice.status, 422);
  t.match(twice.body, 'is in the list already');
  t.match((await editor.get(days)).body, '17 August 2099');
  await editor.post(`${days}/2099-08-17/removal`);
  t.same((await contactsOf(test)).holidays, []);
});

t.test(
  'an operator sees what a list would change before it does, and each wrong row by its line',
  async (t) => {
    const test = await testService(t);
    const operator = await signedIn(test, 'operator');
    const path = '/desk/contacts/import';
    const wrong = await operator.post(`${path}/check`, {
      csv: 'site,kind,purpose,value\natlantis,phone,general,123',
    });
    t.equal(wrong.status, 422);
    t.match(wrong.body, 'line 2, site: there is no site atlantis');
    const csv =
      'site\tkind\tpurpose\tvalue\thours\ntokyo\temail\tvisas\tvisas@tokyo.example\tMo-Fr 09:00-12:00,13:00-16:00';
    const check = await operator.post(`${path}/check`, { csv });
    t.match(check.body, '1 site would change');
    t.same((await contactsOf(test)).contacts, [], 'nothing is changed yet');
    const mark = /name="mark" value="([^"]+)"/.exec(check.body)?.[1] ?? '';
    const editor = await signedIn(test, 'content-editor', 'tokyo');
    await editor.post(HERE, phone('+44 20 7946 0123'));
    const stale = await operator.post(path, { csv, mark });
    t.equal(stale.status, 409, 'what changed meanwhile is shown again first');
    await operator.post(path, { csv, mark: /name="mark" value="([^"]+)"/.exec(stale.body)?.[1] ?? '' });
    t.match((await contactsOf(test)).contacts, [{ kind: 'email', value: 'visas@tokyo.example' }]);
    t.equal((await editor.get(path)).status, 403);
  },
);
