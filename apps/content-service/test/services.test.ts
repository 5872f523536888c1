import t from 'tap';
import { dataOf } from './json-ld.ts';
import { set, textOf } from './set-site.ts';
import { testService } from './support.ts';

const passports = {
  kind: 'passports',
  about: { id: 'Bawa <paspor> lama.', ja: '古い旅券をお持ちください。' },
  address: '/tokyo/id/paspor',
  purpose: 'visas',
};
const translation = {
  kind: 'other',
  name: { id: 'Penerjemahan' },
  address: 'https://example.org/terjemah',
  purpose: 'press',
};
const mailbox = { kind: 'email', purpose: 'visas', value: 'visas@tokyo.example' };

t.test('the page of contacts says what a mission does, in the words of its reader', async (t) => {
  const test = await testService(t);
  const { call, read } = test;
  await set(test, 'tokyo', 'contacts', [mailbox]);
  t.notMatch((await read('/tokyo/en/contact')).body, 'id="services"', 'nothing is said where none are known');
  const page = { locale: 'id', title: 'Paspor kita', slug: 'paspor', body: 'x', kind: 'page' };
  const { id } = (await call('POST', '/sites/tokyo/posts', page)).json();
  const inJapanese = { locale: 'ja', title: '旅券', slug: 'ryoken', body: 'x', translationOf: id };
  await call('POST', '/sites/tokyo/posts', inJapanese);
  await set(test, 'tokyo', 'services', [passports, translation, { kind: 'registration' }]);

  const { body } = await read('/tokyo/en/contact');
  t.match(body, /<h3 id="service-passports">Passports<\/h3>/);
  t.match(body, '<p class="lines" lang="id" dir="ltr">Bawa &lt;paspor&gt; lama.</p>');
  t.match(body, '<a href="/tokyo/id/paspor">More: Passports</a>');
  t.match(body, '<a href="#visas">Contact: Visas</a>');
  t.match(body, '<section class="ways" aria-labelledby="visas">', 'which is there');
  t.match(body, '<h3 id="service-other-penerjemahan"><span lang="id" dir="ltr">Penerjemahan</span></h3>');
  t.match(body, /<a href="https:\/\/example.org\/terjemah" rel="external">More: Penerjemahan/);
  t.notMatch(body, '#press', 'no way to contacts that are not there');
  const japanese = (await read('/tokyo/ja/contact')).body;
  t.match(textOf(japanese), '旅券 古い旅券をお持ちください。');
  t.match(
    japanese,
    '<a href="/tokyo/ja/ryoken">詳しく：旅券</a>',
    'to the page in the language of the reader',
  );

  const { makesOffer } = dataOf(body);
  t.equal(makesOffer.length, 3);
  t.match(makesOffer[0].itemOffered, {
    '@type': 'GovernmentService',
    '@id': 'http://warta.test/tokyo/en/contact#service-passports',
    name: 'Passports',
    serviceType: 'passports',
    description: 'Bawa <paspor> lama.',
    areaServed: ['JP'],
    availableChannel: {
      '@type': 'ServiceChannel',
      serviceUrl: 'http://warta.test/tokyo/id/paspor',
      servicePhone: [{ email: 'visas@tokyo.example' }],
    },
  });
  t.notOk(makesOffer[2].itemOffered.availableChannel.servicePhone);
});

t.test('a mission that is closed keeps its services and does not offer them', async (t) => {
  const test = await testService(t);
  await set(test, 'tokyo', 'services', [passports]);
  t.match((await test.read('/tokyo/id/contact')).body, 'id="service-passports"');
  const settings = (await test.call('GET', '/sites/tokyo/settings')).json();
  await set(test, 'tokyo', 'settings', { ...settings, status: 'closed', servedBy: ['cairo'] });
  const { body } = await test.read('/tokyo/id/contact');
  t.notMatch(body, 'service-passports');
  t.notOk(dataOf(body).makesOffer);
  t.match((await test.call('GET', '/sites/tokyo/services')).json(), [{ kind: 'passports' }]);
});

t.test('services are replaced by the version of their site, and wrong ones are named', async (t) => {
  const { call } = await testService(t);
  const path = '/sites/tokyo/services';
  const { headers } = await call('GET', path);
  const ifMatch = { 'if-match': String(headers.etag) };
  t.equal((await call('PUT', path, [passports])).status, 428);
  const wrong = async (...services: object[]) =>
    (await call('PUT', path, services, ifMatch))
      .json()
      .errors.map(({ field, message }: Record<string, string>) => `${field}: ${message}`);
  t.same(await wrong(passports, { kind: 'visas' }, { kind: 'passports' }), [
    '2.kind: is in the list already',
  ]);
  t.same(await wrong(translation, { ...translation, name: { id: 'Penerjemahan', en: 'Translation' } }), [
    '1.name: is in the list already',
  ]);
  t.same(await wrong({ ...translation, name: {} }), ['0.name: needs words in at least one language']);
  for (const address of ['http://example.org/', '//example.org/', 'javascript:alert(1)', 'paspor']) {
    t.match(await wrong({ ...passports, address }), [/^0\.address: is not a path/], address);
  }
  t.match(await wrong({ kind: 'passports', name: { id: 'x' } }), [/name/], 'only what is other is named');
  const saved = await call('PUT', path, [passports], ifMatch);
  t.equal(saved.status, 200, saved.body);
  t.same(saved.json(), [passports]);
  t.equal((await call('PUT', path, [], ifMatch)).status, 412);
  const [entry] = (await call('GET', '/sites/tokyo/audit?kind=settings&limit=1')).json();
  t.match(entry, { action: 'site.services', subject: 'site:tokyo' });
});
