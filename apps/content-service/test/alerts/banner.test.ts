import { readSeals } from '@warta/rendering';
import { missionSite, readMissions } from '@warta/sites';
import { openSite } from '@warta/sync';
import { sql } from 'kysely';
import t from 'tap';
import { dataOf } from '../json-ld.ts';
import { actor, headline, testService, until } from '../support.ts';
import { prepare, proof, quake, release, sign } from './release.ts';

const marks = (body: string) => [...body.matchAll(/data-alert="([\d. ]+)"/g)].map(([, mark]) => mark);

t.test('an alert stands on its sites and the portal without a page being made anew', async (t) => {
  const service = await testService(t);
  const { call, read, database } = service;
  await prepare(service);
  const { id } = (await call('POST', '/headlines', headline())).json();
  // Whoever looks whether it stands makes pages as well.
  await until(
    () => call('GET', `/headlines/${id}/deliveries`),
    (answer) => answer.json().pending === 0,
  );
  const paths = ['/tokyo/', '/tokyo/ja/', '/cairo/ar/', '/', '/en/', '/missions', '/tokyo/feed.xml'];
  const before = new Map<string, Awaited<ReturnType<typeof read>>>();
  for (const path of paths) before.set(path, await read(path));
  const made = async () =>
    (await call('GET', '/headlines')).status && metric(await metrics(), 'warta_page_misses');
  const metrics = async () => (await read('/metrics', { authorization: `Bearer ${service.token}` })).body;
  const misses = await made();

  const { number, version } = await release(service, quake());
  for (const path of [
    '/tokyo/',
    '/tokyo/ja/',
    '/',
    '/en/',
    '/missions',
    '/tokyo/en/nothing-here',
    '/nowhere/',
  ]) {
    t.same(marks((await read(path)).body), [`${number}.${version}`], path);
  }
  t.same(marks((await read('/cairo/ar/')).body), [], 'nor is it on a site that it is not for');
  t.equal((await read('/tokyo/feed.xml')).body, before.get('/tokyo/feed.xml')?.body, 'nor in data');
  t.match((await read('/', { host: 'elsewhere.example' })).status, 421);
  t.equal(await made(), (misses ?? 0) + 3, 'only what is not there was made');

  const tokyo = await read('/tokyo/');
  t.match(tokyo.body, 'Gempa kuat di Jepang');
  t.match(tokyo.body, '<a href="tel:+442079460101"><bdi>+44 20 7946 0101</bdi></a>');
  t.match(tokyo.body, /Terakhir diperbarui: <time[^>]+\+09:00">[^<]+<\/time>.*<time[^>]+\+07:00">[^<]+WIB/s);
  t.notMatch((await read('/tokyo/ja/')).body, 'lang="ja"><a href="/alerts');
  t.match(
    (await read('/tokyo/ja/')).body,
    /<h2 class="alert-heading" lang="id" dir="ltr"><a href="\/alerts\/1\/ja">Gempa/,
    'in the best language there is, and marked as such',
  );
  t.match((await read('/')).body, 'tel:+442079460100', 'families at home are given the ministry’s number');
  const seals = readSeals(tokyo.body);
  t.ok(seals.length > 0 && seals.every(({ intact }) => intact), 'what is sealed is as it was');
  t.equal(
    tokyo.body.replace(/<section class="alerts"[\s\S]*?<\/section>/, ''),
    before.get('/tokyo/')?.body,
    'the rest is the page as it was',
  );
  const etag = String(tokyo.headers.etag);
  t.not(etag, before.get('/tokyo/')?.headers.etag);
  t.equal((await read('/tokyo/', { 'if-none-match': etag })).status, 304);
  t.equal(
    (await read('/tokyo/', { 'if-none-match': String(before.get('/tokyo/')?.headers.etag) })).status,
    200,
  );
  const coded = await service.service.app.inject({
    url: '/tokyo/',
    headers: { host: 'warta.test', 'accept-encoding': 'br' },
  });
  t.equal(coded.headers['content-encoding'], 'br');
  t.equal(coded.headers.etag, etag);
  t.ok(database);
});

const metric = (text: string, name: string) =>
  Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1] ?? Number.NaN);

t.test('an alert is updated, lifted and over as it was released, and each is proven', async (t) => {
  const service = await testService(t, []);
  const { call, read, database } = service;
  for (const mission of readMissions()) await openSite(database.db, actor, missionSite(mission));
  await prepare(service);
  for (const { slug } of readMissions()) await read(`/${slug}/`);

  const alert = await release(service, quake({ area: { everywhere: true } }));
  const live = await proof(service, alert);
  t.match(live, { total: 135, proven: 135, state: 'standing' });
  t.ok(live.items.every(({ state }: { state: string }) => state === 'shown'));
  t.comment(`released on 134 sites and the ministry’s, proven in ${live.provenInMs} ms`);
  t.ok(
    (await Promise.all(readMissions().map(async ({ slug }) => marks((await read(`/${slug}/`)).body)))).every(
      ([mark]) => mark === `${alert.number}.1`,
    ),
    'on every home',
  );

  const update = quake({
    area: { countries: ['JP'] },
    texts: [{ locale: 'id', heading: 'Baru', body: 'B.' }],
  });
  const changed = await call('PUT', `/alerts/${alert.id}`, update, { 'if-match': `"${alert.version}"` });
  t.equal(changed.status, 200, changed.body.slice(0, 200));
  const second = await sign(service, changed.json());
  t.match(await proof(service, alert), { pending: 0 });
  t.same(marks((await read('/tokyo/')).body), [`${alert.number}.${second.version}`]);
  t.same(marks((await read('/osaka/')).body), [`${alert.number}.${second.version}`]);
  t.same(marks((await read('/cairo/')).body), [], 'it is not for this one any more');
  t.match((await read('/alerts/1')).body, 'Baru');

  const draft = await call(
    'POST',
    `/alerts/${alert.id}/cancellation`,
    { texts: [{ locale: 'id', heading: 'Aman', body: 'Sudah aman.' }] },
    {
      'if-match': `"${second.version}"`,
    },
  );
  t.equal(draft.status, 200, draft.body.slice(0, 300));
  await sign(service, draft.json());
  t.match(await proof(service, alert), { pending: 0 });
  for (const path of ['/tokyo/', '/']) t.same(marks((await read(path)).body), [], path);
  const over = await read('/alerts/1');
  t.equal(over.status, 410);
  t.match(over.body, 'Peringatan ini sudah tidak berlaku');
});

t.test('an alert has a page of its own, and goes by the clock', async (t) => {
  const service = await testService(t);
  const { read, database } = service;
  await prepare(service);
  t.match((await read('/alerts')).body, 'Saat ini tidak ada peringatan.');
  const { number, id } = await release(service, quake());
  const page = await read('/alerts/1');
  t.equal(page.status, 200);
  t.ok(Buffer.byteLength(page.body) < 10_000);
  for (const words of [
    'Gempa kuat di Jepang',
    'Strong earthquake in Japan',
    '+442079460101',
    '+442079460100',
  ]) {
    t.match(page.body, words);
  }
  const english = (await read('/en/alerts/1')).body;
  const data = dataOf(english);
  t.match(data, {
    '@type': 'SpecialAnnouncement',
    name: 'Strong earthquake in Japan',
    inLanguage: 'en',
    url: 'http://warta.test/en/alerts/1',
    category: 'Geo / Earthquake',
    spatialCoverage: [{ '@type': 'Country', name: 'Japan', identifier: 'JP' }],
    announcementLocation: [{ '@type': 'Embassy', url: 'http://warta.test/tokyo/' }],
    publisher: { '@type': 'GovernmentOrganization' },
  });
  t.ok(data.text.length > 0 && Date.parse(data.datePosted) < Date.parse(data.expires));
  t.match(english, /<html lang="en"[\s\S]*<h1[^>]*>Strong earthquake in Japan/);
  t.match((await read('/alerts/1/ja')).body, /<html lang="ja"[\s\S]*<h1[^>]*lang="id"/);
  t.equal((await read('/alerts/1/ko')).status, 404, 'there is neither a text nor an interface in it');
  t.equal((await read('/alerts/2')).status, 404);
  t.equal((await read('/alerts/1/id')).status, 301);
  t.equal((await read('/alerts', { host: 'beijing.example' })).status, 404, 'it is the ministry’s page');
  t.same(marks((await read('/en/alerts')).body), [`${number}.1`]);

  await sql`update alert set expires_at = now() + interval '30 milliseconds' where id = ${id}`.execute(
    database.db,
  );
  const over = await until(
    () => proof(service, { id }),
    ({ state }) => state === 'expired',
  );
  t.match(over, { pending: 0 });
  t.same(marks((await read('/tokyo/')).body), []);
  t.equal((await read('/alerts/1')).status, 410);
  const mourning = { template: 'mourning', texts: [{ locale: 'id', heading: 'Berduka', body: 'B.' }] };
  const solemn = await release(service, quake(mourning));
  const { body } = await read(`/alerts/${solemn.number}`);
  t.match(body, 'Berduka');
  t.equal(dataOf(body), undefined, 'mourning is no warning to machines');
});
