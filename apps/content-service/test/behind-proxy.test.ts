import t from 'tap';
import { wayTo } from './alerts/away.ts';
import { openCluster } from './cluster.ts';
import { findHaproxy, startHaproxy } from './haproxy.ts';
import { readersOf } from './readers.ts';
import { headline, until } from './support.ts';

const url = process.env.TEST_DATABASE_URL;
const haproxy = findHaproxy();
const lacking = !url
  ? 'it needs a PostgreSQL server at TEST_DATABASE_URL'
  : !haproxy && 'it needs HAProxy, which is not on this machine';
const PAGES = [
  '/tokyo/',
  '/tokyo/en/',
  '/tokyo/ja/',
  '/cairo/',
  '/cairo/ar/',
  '/tokyo/feed.xml',
  '/missions',
  '/',
];
/** Beyond what a cache holds at the start. */
const MORE = Array.from({ length: 400 }, (_, n) => `/missions?q=${n}`);

t.test(
  'two web nodes and a worker behind HAProxy, one or both of which are in trouble',
  { skip: lacking },
  async (t) => {
    const port = Number(new URL(url ?? '').port);
    const ways = [await wayTo(port), await wayTo(port)] as const;
    t.teardown(async () => {
      for (const way of ways) await way.close();
    });
    const cluster = await openCluster(t);
    await cluster.start('worker');
    const one = await cluster.start('web', ways[0].port);
    let two = await cluster.start('web', ways[1].port);
    const proxy = await startHaproxy(haproxy ?? '', [one.origin, two.origin]);
    t.teardown(() => proxy.stop());
    const door = cluster.doorAt(proxy.origin);
    await until(
      () => door.read('/tokyo/'),
      ({ status }) => status === 200,
    );
    const words = (title: string) =>
      headline({ translations: [{ locale: 'id', title, slug: 'kabar', body: `${title}.` }] });
    const push = async (title: string) => (await door.call('POST', '/headlines', words(title))).json();
    const ledger = async (id: string) => (await door.call('GET', `/headlines/${id}/deliveries`)).json();
    const proven = (id: string) =>
      until(
        () => ledger(id),
        ({ provenInMs }) => provenInMs !== null,
      );
    const homes = async () =>
      (await Promise.all(PAGES.map(() => door.read('/tokyo/')))).map(({ body }) => body);

    await t.test(
      'a headline, its correction and its recall are proven on both, and seen through the proxy',
      async (t) => {
        const { id } = await push('Pertama');
        await proven(id);
        for (const body of await homes()) t.match(body, 'Pertama');
        await door.call('PUT', `/headlines/${id}`, words('Dibetulkan'), { 'if-match': '"1"' });
        await proven(id);
        for (const body of await homes()) t.match(body, /^(?![\s\S]*Pertama)[\s\S]*Dibetulkan/);
        await door.call('POST', `/headlines/${id}/recall`, { reason: 'salah' });
        await proven(id);
        for (const body of await homes()) t.notMatch(body, 'Dibetulkan');
        const seen = await cluster.database.db.selectFrom('delivery').select('node').distinct().execute();
        t.equal(seen.length, 2, 'by two nodes');
        for (const path of ['/metrics', '/health/ready', '/%68ealth/live']) {
          t.equal((await door.read(path)).status, 404, `${path} is not for those outside`);
        }
      },
    );

    await t.test('a node that is killed under load costs no reader a page', async (t) => {
      const readers = readersOf(door, [...PAGES, ...MORE]);
      await until(
        async () => readers.asked(),
        (asked) => asked > 200,
      );
      await two.kill('SIGKILL');
      const then = readers.asked();
      await until(
        async () => readers.asked(),
        (asked) => asked > then + 2000,
      );
      two = await cluster.start('web', ways[1].port, { PORT: new URL(two.origin).port });
      await until(
        () => two.read('/tokyo/'),
        ({ status }) => status === 200,
      );
      t.same(await readers.stop(), [], `of ${readers.asked()} reads`);
      await proven((await push('Sesudah mati')).id);
    });

    await t.test('a node that is told to end under load costs none either', async (t) => {
      await until(
        async () => [...new Set((await homes()).map((body) => body.length))],
        ({ length }) => length === 1,
      );
      const readers = readersOf(door, [...PAGES, ...MORE]);
      await until(
        async () => readers.asked(),
        (asked) => asked > 200,
      );
      await two.kill('SIGTERM');
      t.equal(await two.ended, 0);
      const then = readers.asked();
      await until(
        async () => readers.asked(),
        (asked) => asked > then + 1000,
      );
      t.same(await readers.stop(), [], `of ${readers.asked()} reads`);
      await proven((await push('Sesudah pamit')).id);
      two = await cluster.start('web', ways[1].port, { PORT: new URL(two.origin).port });
    });

    await t.test(
      'what a node without its database has not seen is not proven, and readers get it from the other',
      async (t) => {
        ways[1].cut();
        await until(
          () => two.read('/health/ready'),
          ({ status }) => status === 503,
        );
        const { id } = await until(
          () => push('Tanpa satu'),
          ({ id }) => id !== undefined,
        );
        const ofOne = await until(
          () =>
            cluster.database.db
              .selectFrom('delivery')
              .select(['node', 'version'])
              .where('headline', '=', id)
              .execute(),
          (rows) => rows.filter(({ version }) => version === 1).length === 3,
        );
        t.equal(
          ofOne.filter(({ version }) => version === null).length,
          3,
          'the other half of the ledger is open',
        );
        t.match(await ledger(id), { live: 0, total: 3, provenInMs: null });
        t.match((await one.read('/tokyo/')).body, 'Tanpa satu');
        ways[1].mend();
        await proven(id);
        t.match((await two.read('/tokyo/')).body, 'Tanpa satu');
      },
    );

    await t.test('when no node has its database, pages that are ready are still served', async (t) => {
      await one.read('/tokyo/');
      await two.read('/tokyo/');
      for (const way of ways) way.cut();
      for (const node of [one, two])
        await until(
          () => node.read('/health/ready'),
          ({ status }) => status === 503,
        );
      for (let n = 0; n < 20; n += 1) t.equal((await door.read('/tokyo/')).status, 200);
      const lost = await door.read('/cairo/ar/archive');
      t.equal(lost.status, 503);
      t.equal(lost.headers['retry-after'], '5');
      for (const way of ways) way.mend();
      await until(
        () => door.read('/cairo/ar/archive'),
        ({ status }) => status === 200,
      );
    });
  },
);
