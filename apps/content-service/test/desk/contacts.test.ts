import { findContacts, findServices, findSite } from '@warta/sites';
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

t.test('services are kept as contacts are, and what is wrong with one stands beside its field', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const here = '/desk/sites/tokyo/services';
  const kept = async () => {
    const site = await findSite(test.database.db, 'tokyo');
    return (await findServices(test.database.db, site?.id ?? '')).services;
  };
  t.match((await editor.get(HERE)).body, `href="${here}"`, 'they are found from the contacts');
  t.match((await editor.get(`${here}/new?kind=visas`)).body, 'Add a service: Visas');
  const wrong = await editor.post(here, { kind: 'other', address: 'visa', 'about.id': 'Bawa paspor.' });
  t.equal(wrong.status, 422);
  t.match(wrong.body, /#field-name-id">What it is called: Indonesian<\/a>: is missing/);
  t.match(wrong.body, /#field-address">Link<\/a>: is not a path/);
  t.match(wrong.body, 'Bawa paspor.', 'what was typed is still there');

  const visas = { kind: 'visas', address: '/tokyo/id/visa', purpose: 'visas', 'about.id': 'Bawa paspor.' };
  t.equal((await editor.post(here, visas)).status, 303);
  t.equal((await editor.post(here, visas)).status, 303, 'a repetition');
  t.match((await editor.post(here, { ...visas, address: '' })).body, 'is in the list already');
  await editor.post(here, { kind: 'other', 'name.id': 'Penerjemahan' });
  t.match(await kept(), [
    { kind: 'visas', address: '/tokyo/id/visa', purpose: 'visas', about: { id: 'Bawa paspor.' } },
    { kind: 'other', name: { id: 'Penerjemahan' }, address: null, purpose: null, about: {} },
  ]);
  const list = (await editor.get(here)).body;
  t.notMatch(list, '<option value="visas"', 'what is there already is not offered again');
  const [first, second] = [...list.matchAll(/services\/([\w-]{16})"/g)].map(([, key]) => key);
  await editor.post(`${here}/${second}/place`, { step: 'up' });
  t.match(await kept(), [{ kind: 'other' }, { kind: 'visas' }]);
  t.match((await editor.get(`${here}/${first}`)).body, 'value="/tokyo/id/visa"');
  await editor.post(`${here}/${first}`, { ...visas, purpose: '' });
  const late = await editor.post(`${here}/${first}`, { ...visas, purpose: 'press' });
  t.equal(late.status, 409, 'somebody else was faster');
  t.match(late.body, 'Bawa paspor.');
  await editor.post(`${here}/${second}/removal`);
  t.match(await kept(), [{ kind: 'visas', purpose: null }]);
  t.match(
    (await (await signedIn(test, 'head-of-site', 'tokyo')).get('/desk/sites/tokyo/audit')).body,
    'Services were changed',
  );
});

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
    t.match(wrong.body, 'Line 2, column site: there is no site atlantis');
    t.match(wrong.body, 'atlantis,phone,general,123</textarea>', 'what was pasted is still there');
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

t.test('a list comes as a file too, and what is wrong in it is said in one’s own language', async (t) => {
  const test = await testService(t);
  const operator = await signedIn(test, 'operator');
  const path = '/desk/contacts/import';
  const send = (body: string | Uint8Array<ArrayBuffer>) =>
    operator.postFiles(`${path}/file`, [{ name: 'contacts.csv', type: 'text/csv', body }]);
  await operator.get(path);
  const rows = [
    'site;kind;purpose;value;hours;address_id',
    'tokyo;fax;visas;visas@tokyo.example;;',
    'tokyo;email;everybody;visas;;',
    ';phone;emergency;03-1234;Mo-Fr 9-5;Jalan',
    'tokyo;address;general;x;Mo 25:00-26:00;',
  ];
  await operator.post('/desk/account/profile', { name: 'Operator', language: 'id' });
  const wrong = await send(rows.join('\n'));
  t.equal(wrong.status, 422);
  const lines = [...wrong.body.matchAll(/<li><a href="#field-csv"><bdi>(.*?)<\/bdi>/g)].map(
    ([, line]) => line,
  );
  t.same(lines, [
    'Baris 2, kolom kind: bukan salah satu dari phone, whatsapp, email, address',
    'Baris 3, kolom value: bukan alamat surel',
    'Baris 3, kolom purpose: bukan salah satu dari emergency, visas, press, general',
    'Baris 4, kolom site: belum diisi',
    'Baris 4, kolom address_id: hanya untuk jenis address, bukan phone',
    'Baris 4, kolom hours: tulis 24/7 atau jam seperti Mo-Fr 09:00-12:00,13:00-17:00; Sa,PH 10:00-12:00 ' +
      '(hari: Mo, Tu, We, Th, Fr, Sa, Su, PH)',
    'Baris 4, kolom value: diawali + dan kode negara',
    'Baris 5, kolom value: kosongkan untuk alamat pos; tulis di address_id, address_en, …',
    'Baris 5, kolom address_id: belum diisi',
    'Baris 5, kolom hours: bukan jam dari 00:00 sampai 24:00',
  ]);
  t.match(
    wrong.body,
    'tokyo;fax;visas;visas@tokyo.example',
    'the list stands in the form, to be mended there',
  );
  t.match((await send('"site;kind')).body, 'Baris 1, kolom –: ini bukan CSV');

  await operator.post('/desk/account/profile', { name: 'Operator', language: 'en' });
  const latin = new Uint8Array(Buffer.from('site,kind,purpose,value\n\u00e9', 'latin1'));
  t.match((await send(latin)).body, 'is not UTF-8');
  t.match((await send('PK\u0003\u0004')).body, 'is a spreadsheet');
  t.match((await send('x'.repeat(300_001))).body, 'has more than 300 KB');
  t.equal((await operator.postFiles(`${path}/file`, [])).status, 422);
  const good = await send('\ufeffsite,kind,purpose,value\ntokyo,email,visas,visas@tokyo.example\n');
  t.match(good.body, '1 site would change');
  const csv = /name="csv" hidden>\n([^<]*)</.exec(good.body)?.[1] ?? '';
  await operator.post(path, { csv, mark: /name="mark" value="([^"]+)"/.exec(good.body)?.[1] ?? '' });
  t.match((await contactsOf(test)).contacts, [{ kind: 'email', value: 'visas@tokyo.example' }]);
});
