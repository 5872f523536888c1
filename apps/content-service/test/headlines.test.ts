import { missionSite, readMissions } from '@warta/sites';
import { openSite } from '@warta/sync';
import t from 'tap';
import { actor, headline, testService, until } from './support.ts';

t.test('a headline stands on all 134 homes, is corrected, and is recalled, each proven', async (t) => {
  const { call, read, database } = await testService(t, []);
  for (const mission of readMissions()) await openSite(database.db, actor, missionSite(mission));
  const slugs = readMissions().map((mission) => mission.slug);
  const proof = async (id: string) =>
    until(
      async () => (await call('GET', `/headlines/${id}/deliveries`)).json(),
      (deliveries) => deliveries.pending === 0,
    );
  const homes = () => Promise.all(slugs.map(async (slug) => (await read(`/${slug}/`)).body));

  const pushed = await call('POST', '/headlines', headline());
  t.equal(pushed.status, 201);
  const { id, version, url, audience } = pushed.json();
  t.match(
    { version, url, audience },
    { version: 1, url: 'http://warta.test/kemlu/id/imbauan-bagi-wni-h1', audience: { count: 134 } },
  );
  const live = await proof(id);
  t.match(live, { version: 1, total: 134, live: 134, pending: 0, state: 'live' });
  t.type(live.provenInMs, 'number');
  t.ok(
    (await homes()).every((home) => home.includes('Imbauan bagi WNI')),
    'every home shows it',
  );
  t.match((await read('/cairo/id/imbauan-bagi-wni-h1')).body, '<strong>penting</strong>');

  const words = headline({ translations: [{ locale: 'id', title: 'Imbauan baru', body: 'Isi baru.' }] });
  t.equal((await call('PUT', `/headlines/${id}`, words)).status, 428, 'a correction says of which version');
  t.equal((await call('PUT', `/headlines/${id}`, words, { 'if-match': '"9"' })).status, 412);
  const corrected = await call(
    'PUT',
    `/headlines/${id}`,
    { ...words, note: 'Tanggal dibetulkan.' },
    { 'if-match': '"1"' },
  );
  t.match(corrected.json(), { id, version: 2 });
  t.match(await proof(id), { version: 2, live: 134, pending: 0 });
  const first = (await call('GET', `/headlines/${id}/versions/1`)).json();
  t.match(
    first,
    [{ locale: 'en' }, { locale: 'id', title: 'Imbauan bagi WNI' }],
    'the first words stay readable',
  );
  t.equal((await call('GET', `/headlines/${id}/versions/9`)).status, 404);
  const after = await homes();
  t.ok(after.every((home) => home.includes('Imbauan baru') && !home.includes('Imbauan bagi WNI')));
  const page = await read('/tokyo/id/imbauan-baru-h1');
  t.match(page.body, 'Isi baru.');
  t.match(page.body, 'Tanggal dibetulkan.', 'readers see what was corrected');
  t.equal((await read('/tokyo/id/imbauan-bagi-wni-h1')).status, 301, 'the old words lead to the new ones');

  const recalled = await call('POST', `/headlines/${id}/recall`, { reason: 'Rahasia: salah negara.' });
  t.match(recalled.json(), { id, version: 3 });
  t.match(await proof(id), { version: 3, live: 134, pending: 0, state: 'recalled' });
  t.ok(
    (await homes()).every((home) => !home.includes('Imbauan baru')),
    'no home shows it',
  );
  for (const slug of ['tokyo', 'cairo', 'kemlu']) {
    const gone = await read(`/${slug}/id/imbauan-baru-h1`);
    t.equal(gone.status, 410);
    t.notMatch(gone.body, /Rahasia|Imbauan baru/, 'neither the reason nor the title is told');
    t.notMatch((await read(`/${slug}/feed.xml`)).body, 'Imbauan baru');
  }
  t.notMatch((await read('/')).body, 'Imbauan baru', 'nor does the portal show it');
});

t.test('a headline can come from a mission, and is told from what is local', async (t) => {
  const { call, read } = await testService(t);
  await call('POST', '/headlines', headline({ origin: 'tokyo', audience: { sites: ['cairo'] } }));
  const cairo = await read('/cairo/en/');
  t.match(cairo.body, 'Advisory for citizens');
  t.match(cairo.body, 'Embassy in Tokyo', 'with the name of where it comes from');
  t.match((await read('/tokyo/en/')).body, 'Advisory for citizens', 'at its origin it is a local post');
  t.notMatch((await read('/kemlu/')).body, 'Imbauan bagi WNI', 'and the ministry has nothing to do with it');
});

t.test('readers get the best language, marked where it is not theirs', async (t) => {
  const { call, read } = await testService(t);
  await call('POST', '/sites/cairo/posts', { locale: 'ar', title: 'أخبار', body: 'نص.', slug: 'akhbar' });
  await call('POST', '/headlines', headline());
  const arabic = await read('/cairo/ar/');
  t.match(arabic.body, '<html lang="ar" dir="rtl">');
  t.match(
    arabic.body,
    /lang="id" dir="ltr"[^>]*>\s*<a href="\/cairo\/id\/imbauan-bagi-wni-h1"/,
    'Indonesian comes first on this site',
  );
  const english = await read('/cairo/en/');
  t.match(
    english.body,
    /lang="ar" dir="rtl"[^>]*>\s*<a href="\/cairo\/ar\/akhbar"/,
    'an Arabic text on an English page says so',
  );
  t.match(english.body, 'In Arabic');
  const post = await read('/cairo/ar/akhbar');
  t.match(post.body, '<html lang="ar" dir="rtl">');
});

t.test('an old correction of one node never outlives a recall on another', async (t) => {
  const first = await testService(t);
  const { startOn } = await import('./support.ts');
  const deaf = { ...first.database, listen: async () => async () => {} };
  const second = await startOn(t, deaf, { PORT: '0' });
  const { id } = (await first.call('POST', '/headlines', headline())).json();
  await until(
    () => second.read('/tokyo/'),
    (home) => home.body.includes('Imbauan bagi WNI'),
  );
  await first.call('POST', `/headlines/${id}/recall`, { reason: 'x' });
  const deliveries = await until(
    async () => (await first.call('GET', `/headlines/${id}/deliveries`)).json(),
    (found) => found.pending === 0,
  );
  t.equal(deliveries.live, 3);
  for (const node of [first, second]) {
    t.notMatch((await node.read('/tokyo/')).body, 'Imbauan bagi WNI', 'proven means on every node');
    t.equal((await node.read('/tokyo/id/imbauan-bagi-wni-h1')).status, 410);
  }
});
