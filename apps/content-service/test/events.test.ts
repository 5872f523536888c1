import t from 'tap';
import { type TestService, testService, until } from './support.ts';

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

const invite = async (
  { call }: TestService,
  site: string,
  title: string,
  details: object,
  more: object = {},
) =>
  (
    await call('POST', `/sites/${site}/posts`, {
      locale: 'id',
      title,
      body: 'x',
      kind: 'event',
      details,
      ...more,
    })
  ).json();
const titlesIn = (body: string) =>
  [...body.matchAll(/class="entry-title"[^>]*><a[^>]*>([^<]+)</g)].map(([, title]) => title);

t.test(
  'a site lists the events to come, next first, and those over; all missions’ stand together',
  async (t) => {
    const service = await testService(t);
    const { read, call } = service;
    const lists = async () => {
      const paths = ['/tokyo/id/events', '/tokyo/id/events/past', '/events', '/en/events'];
      return Promise.all(paths.map(async (path) => titlesIn((await read(path)).body)));
    };
    t.same(await lists(), [[], [], [], []]);
    t.match((await read('/tokyo/ja/events')).body, /現在予定されている行事はありません。[\s\S]*<\/main>/);
    t.match((await read('/tokyo/ja/events')).body, 'name="robots" content="noindex"');
    t.notMatch((await read('/tokyo/')).body, '/tokyo/id/events', 'no link to an empty list');

    await invite(service, 'tokyo', 'Pekan', { start: inHours(72), end: inHours(96), allDay: true });
    await invite(service, 'tokyo', 'Malam', {
      start: inHours(48),
      end: inHours(50),
      place: { name: 'Balai' },
    });
    await invite(service, 'tokyo', 'Berjalan', { start: inHours(-40), end: inHours(1) });
    await invite(service, 'tokyo', 'Lewat', { start: inHours(-50), end: inHours(-49) });
    await invite(service, 'tokyo', 'Rahasia', { start: inHours(48) }, { publishAt: '2999-01-01T00:00:00Z' });
    const cairo = await invite(service, 'cairo', 'Pameran', { start: inHours(49), end: inHours(51) });
    t.same(await lists(), [
      ['Berjalan', 'Malam', 'Pekan'],
      ['Lewat'],
      ['Berjalan', 'Malam', 'Pameran', 'Pekan'],
      ['Berjalan', 'Malam', 'Pameran', 'Pekan'],
    ]);
    t.match((await read('/tokyo/')).body, '<a href="/tokyo/id/events">Acara mendatang</a>');
    t.match((await read('/en/events')).body, /Embassy in cairo<\/span>/, 'with whose they are');

    await call('POST', `/sites/cairo/posts/${cairo.id}/withdrawal`, {});
    await service.database.db
      .updateTable('post')
      .set({ state: 'withdrawn' })
      .where('id', '=', cairo.id)
      .execute();
    await call('PATCH', '/sites/cairo', { statusNote: { id: 'x' } });
    t.same(
      (await lists())[2],
      ['Berjalan', 'Malam', 'Pekan'],
      'a change of any site is seen on the page of all',
    );
  },
);

t.test(
  'an event that is over leaves the lists by the clock, and the link to them with the last',
  async (t) => {
    const service = await testService(t);
    const { read } = service;
    await invite(service, 'tokyo', 'Sebentar', {
      start: inHours(-1),
      end: new Date(Date.now() + 2500).toISOString(),
    });
    const pages = () =>
      Promise.all(
        ['/tokyo/', '/tokyo/id/events', '/events', '/events.ics'].map(
          async (path) => (await read(path)).body,
        ),
      );
    const has = [/\/tokyo\/id\/events"/, /Sebentar/, /Sebentar/, /SUMMARY:Sebentar/];
    for (const [i, body] of (await pages()).entries()) t.match(body, has[i]);
    const later = await until(pages, (bodies) => bodies.every((body, i) => !has[i]?.test(body)));
    t.equal(later.length, 4);
    t.match((await read('/tokyo/id/events/past')).body, 'Sebentar');
  },
);

t.test(
  'calendars hold the events to come of a site or of all, and say of one that it is cancelled',
  async (t) => {
    const service = await testService(t);
    const { read } = service;
    await invite(service, 'tokyo', 'Malam', { start: inHours(48), end: inHours(50) });
    await invite(
      service,
      'tokyo',
      'Batal',
      { start: inHours(72), end: inHours(73), cancelled: true },
      { slug: 'batal' },
    );
    await invite(service, 'beijing', 'Di Beijing', { start: inHours(49) });
    await invite(service, 'tokyo', 'Lewat', { start: inHours(-50), end: inHours(-49) });
    const names = (body: string) => [...body.matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, name]) => name);
    const site = await read('/tokyo/events.ics');
    t.equal(site.headers['content-type'], 'text/calendar; charset=utf-8');
    t.same(names(site.body), ['Malam', 'Batal']);
    t.match(site.body, /X-WR-CALNAME:Acara mendatang – KBRI Tokyo/);
    t.match(site.body, /SUMMARY:Batal[\s\S]*STATUS:CANCELLED/);
    t.equal(site.body.match(/STATUS:/g)?.length, 1);
    t.same(names((await read('/events.ics')).body), ['Malam', 'Di Beijing', 'Batal']);
    t.same(names((await read('/events.ics', { host: 'beijing.example' })).body), ['Di Beijing']);

    for (const path of ['/tokyo/id/events', '/tokyo/id/batal'])
      t.match((await read(path)).body, /<strong class="cancelled">Dibatalkan<\/strong> <time/, path);
    t.match((await read('/tokyo/id/batal')).body, '"eventStatus":"https://schema.org/EventCancelled"');
    t.match((await read('/tokyo/id/batal.ics')).body, 'STATUS:CANCELLED');
  },
);

t.test('what one can apply for stands by its deadline, and leaves when it closes', async (t) => {
  const service = await testService(t);
  const { read, call } = service;
  const offer = (title: string, until: string) =>
    call('POST', '/sites/tokyo/posts', {
      locale: 'id',
      title,
      body: 'x',
      kind: 'opportunity',
      details: { type: 'job', until },
    });
  await offer('Nanti', '2999-01-01T00:00:00+09:00');
  await offer('Tutup', '2020-01-01T00:00:00Z');
  await offer('Segera', new Date(Date.now() + 2500).toISOString());
  const list = async () => titlesIn((await read('/tokyo/en/opportunities')).body);
  t.same(await list(), ['Segera', 'Nanti']);
  t.match((await read('/tokyo/ja/')).body, '<a href="/tokyo/ja/opportunities">募集中の案内</a>');
  t.same(await until(list, (titles) => titles.length < 2), ['Nanti']);
  t.notMatch((await read('/cairo/')).body, '/opportunities');
});
