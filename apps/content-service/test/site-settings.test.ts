import t from 'tap';
import { testService } from './support.ts';

const HOTLINE = '+44 20 7946 0123';
const hotline = { kind: 'phone', purpose: 'emergency', value: HOTLINE, hours: { kind: 'always' } };
const visas = {
  kind: 'email',
  purpose: 'visas',
  value: 'visas@tokyo.example',
  label: { id: 'Visa', ja: '査証' },
  hours: {
    kind: 'weekly',
    periods: [{ days: ['mo', 'tu', 'we', 'th', 'fr'], opens: '09:00', closes: '12:00' }],
  },
};
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });
const errorsOf = (answer: { json: () => { errors: { field: string; message: string }[] } }) =>
  answer.json().errors.map(({ field, message }) => `${field}: ${message}`);

t.test('the settings of a site are read and written as one', async (t) => {
  const { call, read } = await testService(t);
  const before = await call('GET', '/sites/tokyo/settings');
  t.match(before.json(), { theme: 'nusantara', locales: ['id', 'en', 'ja'], menu: [], fourEyes: false });
  const settings = {
    ...before.json(),
    accent: '#0a5c36',
    themeSettings: { homeLayout: 'magazine', footerWords: { id: 'Dikelola bersama.' } },
    locales: ['id', 'ja', 'en', 'fr'],
    fourEyes: true,
    menu: [{ label: { id: 'Visa' }, address: '/tokyo/id/visa' }],
    social: [{ of: 'head', platform: 'x', url: '@kbritokyo' }],
    status: 'relocated',
    statusNote: { id: 'Kami pindah.' },
    servedBy: ['beijing'],
  };
  const saved = await call('PUT', '/sites/tokyo/settings', settings, ifMatch(1));
  t.equal(saved.status, 200, saved.body);
  t.equal(saved.headers.etag, '"2"');
  const expected = {
    ...settings,
    social: [{ of: 'head', platform: 'x', url: 'https://x.com/kbritokyo' }],
  };
  t.same(saved.json(), expected);
  t.same((await call('GET', '/sites/tokyo/settings')).json(), expected);
  const again = await call('PUT', '/sites/tokyo/settings', saved.json(), ifMatch(2));
  t.equal(again.status, 200, 'what was read can be written');
  const { body } = await read('/tokyo/');
  t.match(body, /Kami pindah\./, 'readers are told');
  t.match(body, 'Dikelola bersama.');
  t.match(body, 'class="wrap magazine"', 'and the home is laid out as it was set');
  const french = await call('POST', '/headlines/preview-audience', { audience: { locales: ['fr'] } });
  t.same(french.json().included, ['tokyo'], 'a new language brings the headlines that are for it');
});

t.test('settings are changed by their version, and once for each key', async (t) => {
  const { call } = await testService(t);
  const settings = (await call('GET', '/sites/tokyo/settings')).json();
  t.equal((await call('PUT', '/sites/tokyo/settings', settings)).status, 428);
  t.equal((await call('PUT', '/sites/tokyo/settings', settings, ifMatch(7))).status, 412);
  t.equal((await call('PUT', '/sites/nowhere/settings', settings, ifMatch(1))).status, 404);
  t.equal((await call('GET', '/sites/tokyo/settings', undefined, { authorization: '' })).status, 401);
  const keyed = { ...ifMatch(1), 'idempotency-key': 'one' };
  t.equal((await call('PUT', '/sites/tokyo/settings', settings, keyed)).headers.etag, '"2"');
  const replayed = await call('PUT', '/sites/tokyo/settings', settings, keyed);
  t.equal(replayed.headers['idempotent-replayed'], 'true');
  t.equal(replayed.headers.etag, '"2"');
});

t.test('a wrong setting is refused and named, and nothing is changed', async (t) => {
  const { call, database } = await testService(t);
  const settings = (await call('GET', '/sites/tokyo/settings')).json();
  const { id: cairo } = await database.db
    .selectFrom('site')
    .select('id')
    .where('slug', '=', 'cairo')
    .executeTakeFirstOrThrow();
  const picture = '0199aaaa-0000-7000-8000-000000000001';
  await database.db
    .insertInto('media')
    .values({ id: picture, site: cairo, width: 1, height: 1, widths: [1], digest: 'x' })
    .execute();
  const link = (address: string) => ({ menu: [{ label: { id: 'Visa' }, address }] });
  const account = (platform: string, url: string) => ({ social: [{ of: 'mission', platform, url }] });
  for (const [change, complaint] of [
    [{ theme: 'none' }, /^theme: there is no theme none; there are base, nusantara$/],
    [{ accent: '#ffe600' }, /^accent: is too pale .* nearest colour that can be is #[0-9a-f]{6}$/],
    [{ themeSettings: { homeLayout: 'x' } }, /^themeSettings\.homeLayout: is one of news, magazine/],
    [{ themeSettings: { wings: 2 } }, /^themeSettings\.wings: is no setting of the theme Nusantara/],
    [
      { themeSettings: { footerWords: { id: 'x'.repeat(301) } } },
      /^themeSettings\.footerWords\.id: has at most/,
    ],
    [{ themeSettings: { footerWords: { xx_y: 'x' } } }, /^themeSettings\.footerWords/],
    [{ accent: 'red' }, /^accent: is not a colour/],
    [{ logo: picture }, /^logo: is no picture of this site or of the ministry/],
    [{ hero: 'x' }, /^hero: is not the number of a picture/],
    [link('javascript:alert(1)'), /^menu\.0\.address: is not a path/],
    [link('//evil.example/'), /^menu\.0\.address/],
    [link('/\\evil.example/'), /^menu\.0\.address/],
    [{ menu: [{ label: {}, address: '/' }] }, /^menu\.0\.label: needs words in at least one language/],
    [{ locales: ['id', 'en', 'id'] }, /^locales: names a language twice/],
    [{ locales: [] }, /^locales: /],
    [account('myspace', 'kbri'), /^social\.0\.platform: /],
    [account('x', 'https://x.com.evil.example/kbri'), /^social\.0\.url: is not an account on x, such as/],
    [account('instagram', 'https://www.instagram.com/p/abc/'), /^social\.0\.url: /],
    [{ status: 'asleep' }, /^status: /],
    [{ statusNote: { xx_y: 'x' } }, /^statusNote\.xx_y: /],
    [{ servedBy: ['atlantis'] }, /^servedBy: there is no site atlantis/],
    [{ servedBy: ['tokyo'] }, /^servedBy\.0: is the site itself/],
    [{ fourEyes: undefined }, /^fourEyes: /],
    [{ colour: 'x' }, /colour/],
  ] as const) {
    const refused = await call('PUT', '/sites/tokyo/settings', { ...settings, ...change }, ifMatch(1));
    t.equal(refused.status, 422, JSON.stringify(change));
    t.match(errorsOf(refused)[0], complaint);
  }
  t.same((await call('GET', '/sites/tokyo/settings')).json(), settings);
  const own = await call('PUT', '/sites/cairo/settings', { ...settings, logo: picture }, ifMatch(1));
  t.equal(own.status, 200, 'a site shows its own pictures');
});

t.test('the contacts of a site are replaced as a whole, in their order', async (t) => {
  const { call } = await testService(t);
  const saved = await call('PUT', '/sites/tokyo/contacts', [hotline, visas], ifMatch(1));
  t.equal(saved.status, 200, saved.body);
  t.equal(saved.headers.etag, '"2"');
  const read = await call('GET', '/sites/tokyo/contacts');
  t.match(read.json(), [{ value: '+442079460123', label: {} }, visas]);
  t.equal(read.headers.etag, '"2"');
  const same = await call('PUT', '/sites/tokyo/contacts', read.json(), ifMatch(2));
  t.equal(same.headers.etag, '"2"', 'the same again is no new version');
  t.equal((await call('PUT', '/sites/tokyo/contacts', [], ifMatch(1))).status, 412);
  t.equal((await call('PUT', '/sites/tokyo/contacts', [])).status, 428);
  t.equal((await call('PUT', '/sites/nowhere/contacts', [], ifMatch(1))).status, 404);
  const wrong = await call(
    'PUT',
    '/sites/tokyo/contacts',
    [hotline, { ...visas, value: 'visas' }],
    ifMatch(2),
  );
  t.same(errorsOf(wrong), ['1.value: is not an e-mail address']);
});

t.test('the contacts of many sites are replaced together or not at all', async (t) => {
  const { call } = await testService(t);
  const list = (site: string, version = 1) => ({ site, version, contacts: [hotline] });
  const refused = await call('PUT', '/contacts', [list('tokyo'), list('cairo'), list('atlantis')]);
  t.same(errorsOf(refused), ['2.site: there is no site atlantis']);
  t.same(errorsOf(await call('PUT', '/contacts', [list('tokyo'), list('tokyo')])), [
    '1.site: tokyo is named twice',
  ]);
  t.equal((await call('PUT', '/contacts', [list('tokyo'), list('cairo', 3)])).status, 412);
  const all = async () => (await call('GET', '/contacts')).json() as { site: string; contacts: object[] }[];
  t.ok((await all()).every(({ contacts }) => contacts.length === 0));
  t.equal((await call('PUT', '/contacts', [list('tokyo'), list('cairo')])).status, 200);
  t.same(
    (await all()).map(({ site, contacts }) => `${site} ${contacts.length}`),
    ['beijing 0', 'cairo 1', 'kemlu 0', 'tokyo 1'],
  );
});

t.test('where a site has no emergency contact the ministry’s hotline stands', async (t) => {
  const { call } = await testService(t);
  const asked = async (site: string) => call('GET', `/sites/${site}/emergency-contact`);
  const unknown = await asked('tokyo');
  t.equal(unknown.status, 404);
  t.match(unknown.json(), { detail: 'No emergency contact is known for tokyo.' });
  await call('PUT', '/sites/kemlu/contacts', [hotline], ifMatch(1));
  t.match((await asked('tokyo')).json(), {
    of: 'ministry',
    text: HOTLINE,
    link: 'tel:+442079460123',
    open: true,
    changesAt: null,
  });
  const own = { ...hotline, kind: 'whatsapp', value: '+1 202 555 0123', hours: null };
  await call('PUT', '/sites/tokyo/contacts', [visas, own], ifMatch(1));
  t.match((await asked('tokyo')).json(), { of: 'site', link: 'https://wa.me/12025550123', open: null });
});

t.test('holidays are named days, kept by date', async (t) => {
  const { call } = await testService(t);
  const days = [
    { date: '2027-01-01', name: { id: 'Tahun Baru' } },
    { date: '2026-12-25', name: { id: 'Natal', en: 'Christmas' } },
  ];
  const saved = await call('PUT', '/sites/tokyo/holidays', days, ifMatch(1));
  t.equal(saved.headers.etag, '"2"');
  t.same((await call('GET', '/sites/tokyo/holidays')).json(), days.toReversed());
  t.equal((await call('PUT', '/sites/tokyo/holidays', days, ifMatch(1))).status, 412);
  t.equal((await call('PUT', '/sites/tokyo/holidays', days)).status, 428);
  const wrong = [{ date: '2026-02-30', name: { id: 'x' } }];
  t.same(errorsOf(await call('PUT', '/sites/tokyo/holidays', wrong, ifMatch(2))), [
    '0.date: is not a date such as 2026-08-17',
  ]);
  const lacks = (await call('GET', '/sites/tokyo/lacks')).json() as { code: string }[];
  t.match(lacks[0], { code: 'emergency-number' });
});
