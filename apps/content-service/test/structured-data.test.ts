import t from 'tap';
import { dataOf } from './json-ld.ts';
import { set, setSettings } from './set-site.ts';
import { headline, testService } from './support.ts';

t.test('a mission’s contacts can be read by machines, with their hours', async (t) => {
  const service = await testService(t);
  const days = ['mo', 'fr'];
  await set(service, 'tokyo', 'contacts', [
    { kind: 'phone', purpose: 'emergency', value: '+1 202 555 0101', hours: { kind: 'always' } },
    {
      kind: 'email',
      purpose: 'visas',
      value: 'visas@tokyo.example',
      hours: { kind: 'weekly', periods: [{ days, opens: '09:00', closes: '24:00' }] },
    },
    { kind: 'address', purpose: 'general', address: { id: 'Jalan Contoh 1' } },
  ]);
  const data = dataOf((await service.read('/tokyo/en/contact')).body);
  t.match(data, {
    '@type': 'GovernmentOrganization',
    name: 'Embassy in Tokyo',
    url: 'http://warta.test/tokyo/',
    address: 'Jalan Contoh 1',
    areaServed: ['JP'],
  });
  t.notOk(data.sameAs, 'no accounts are known');
  const social = [
    { of: 'mission', platform: 'instagram', url: '@kbritokyo' },
    { of: 'head', platform: 'x', url: '@dubes' },
  ];
  await setSettings(service, 'tokyo', { social });
  t.same(
    dataOf((await service.read('/tokyo/en/contact')).body).sameAs,
    ['https://www.instagram.com/kbritokyo/'],
    'the mission is its own accounts, and not those of its head',
  );
  t.match(data.contactPoint[0], { contactType: 'emergency', telephone: '+12025550101' });
  t.match(data.contactPoint[1].hoursAvailable, [
    {
      dayOfWeek: ['https://schema.org/Monday', 'https://schema.org/Friday'],
      opens: '09:00',
      closes: '23:59',
    },
  ]);
});

t.test(
  'a text says what it is, whose it is, and when it was corrected, and cannot break out of that',
  async (t) => {
    const { call, read } = await testService(t);
    const title = 'Akhir </script><script>alert(1)</script> & <!--';
    const { id } = (
      await call(
        'POST',
        '/headlines',
        headline({ translations: [{ locale: 'id', title, summary: 'Ringkas', body: 'x' }] }),
      )
    ).json();
    const [entry] = (await call('GET', '/sites/tokyo/timeline')).json().headlines;
    const path = new URL(entry.url).pathname;
    const { body } = await read(path);
    t.equal(body.match(/<script/g)?.length, 1, 'the one block, and nothing out of it');
    t.match(dataOf(body), {
      '@type': 'NewsArticle',
      headline: title,
      inLanguage: 'id',
      url: path.replace('/tokyo/', 'http://warta.test/kemlu/'),
      publisher: { '@type': 'GovernmentOrganization', url: 'http://warta.test/kemlu/' },
    });
    await call(
      'PUT',
      `/headlines/${id}`,
      headline({ translations: [{ locale: 'id', title, body: 'y' }], note: 'Tanggalnya salah.' }),
      { 'if-match': '"1"' },
    );
    t.match(dataOf((await read(path)).body), { correction: 'Tanggalnya salah.' });
    await call('POST', `/headlines/${id}/recall`, { reason: 'x' });
    t.equal(dataOf((await read(path)).body), undefined, 'nothing of it is left after a recall');
  },
);

t.test('an event says when it begins by the clock there', async (t) => {
  const { call, read } = await testService(t);
  const post = (slug: string, details: object) =>
    call('POST', '/sites/tokyo/posts', {
      locale: 'id',
      kind: 'event',
      title: 'Malam',
      slug,
      body: 'x',
      details,
    });
  await post('malam', {
    start: '2026-12-04T09:00:00Z',
    place: { name: 'Balai' },
    online: 'https://rapat.example/x',
  });
  t.match(dataOf((await read('/tokyo/id/malam')).body), {
    '@type': 'Event',
    startDate: '2026-12-04T18:00:00+09:00',
    location: [
      { '@type': 'Place', name: 'Balai' },
      { '@type': 'VirtualLocation', url: 'https://rapat.example/x' },
    ],
  });
});
