import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Database } from '@warta/database';
import { openJobs } from '@warta/jobs';
import { openOutbound } from '@warta/outbound';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { sql } from 'kysely';
import t, { type Test } from 'tap';
import type { Config } from '../src/config.ts';
import { HUB_QUEUE, workHub } from '../src/hub/hub-jobs.ts';
import { HubWatch } from '../src/hub/hub-watch.ts';
import { readFeed } from './schemas/read-feed.ts';
import { headline, startOn, type TestService, testService, until } from './support.ts';

const HUB = 'https://hub.invalid/';
const at = (path: string) => `http://warta.test${path}`;

/** A hub on this machine that remembers what it was told, and answers as the test wants. */
async function openHub(t: Test, status = 202) {
  const told: string[][] = [];
  const hub = { told, status, url: '', onTold: async (_feeds: string[]) => {} };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    t.equal(request.headers['content-type'], 'application/x-www-form-urlencoded');
    t.equal(form.get('hub.mode'), 'publish');
    const feeds = form.getAll('hub.url');
    if (hub.status < 300) {
      await hub.onTold(feeds);
      told.push(feeds);
    }
    response.writeHead(hub.status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => server.close());
  hub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return hub;
}

/** A worker that tells the hub, one look at a time. */
async function openWorker(t: Test, database: Database, config: Config, url: string, attempts = 3) {
  const queue = { ...HUB_QUEUE, attempts, firstDelaySeconds: 1, longestDelaySeconds: 1 };
  const jobs = await openJobs(database, {
    queues: [queue],
    works: true,
    onError: () => {},
    pollSeconds: 0.5,
  });
  const outbound = openOutbound({
    userAgent: 'Warta/test',
    allowHttp: true,
    allowAddress: (address) => address === '127.0.0.1',
  });
  t.teardown(async () => {
    await jobs.stop();
    await outbound.close();
  });
  const watch = new HubWatch(database, config, jobs);
  await watch.begin();
  return { watch, work: () => workHub(database, jobs, url, outbound) };
}

/** Looks until what has come is taken. */
async function settle(watch: HubWatch) {
  await watch.look();
  await watch.look();
}

async function waiting({ db }: Database): Promise<string[][]> {
  const { rows } = await sql<{ feeds: string[] }>`
    select data->'feeds' as feeds from pgboss.job where name = 'hub' order by created_on, id`.execute(db);
  return rows.map(({ feeds }) => feeds);
}

const post = ({ call }: TestService, site: string, title: string, more = {}) =>
  call('POST', `/sites/${site}/posts`, { locale: 'en', title, body: 'x', ...more });

t.test('the hub is told of each feed that changed, once, when it shows the change', async (t) => {
  const service = await testService(t);
  const { database, config, read } = service;
  const hub = await openHub(t);
  const { watch, work } = await openWorker(t, database, config, hub.url);
  await work();
  const seen: string[] = [];
  hub.onTold = async (feeds) => {
    for (const feed of feeds) {
      const { body } = await read(feed.replace('http://warta.test', ''));
      if (body.includes('Trade')) seen.push(feed);
    }
  };
  await watch.look();
  for (const title of ['Trade', 'Dance', 'Music']) {
    await post(service, 'tokyo', title, { category: 'culture' });
    await watch.look();
    t.same(await waiting(database), [], 'a burst is waited out');
  }
  await watch.look();
  await until(
    async () => hub.told.flat().length,
    (count) => count >= 24,
  );
  const feeds = hub.told.flat();
  const files = ['feed.xml', 'rss.xml', 'feed.json'];
  const bases = ['/network', '/en/network', '/tokyo', '/tokyo/en', '/tokyo/ja'];
  const ofCategory = ['id', 'en', 'ja'].map((locale) => `/tokyo/${locale}/category/culture`);
  const wanted = [...bases, ...ofCategory].flatMap((base) => files.map((file) => at(`${base}/${file}`)));
  t.same(feeds.toSorted(), wanted.toSorted(), 'those and no other, each once');
  t.same(seen.toSorted(), wanted.toSorted(), 'and whoever asks at once finds it there');
  await until(
    () => waiting(database),
    (jobs) => jobs.length === 0,
  );
  await settle(watch);
  t.same(await waiting(database), [], 'then there is nothing to tell');
});

t.test('a headline is told of where it is, in small requests, and only once it is public', async (t) => {
  const service = await testService(t);
  const { database, config, call } = service;
  const { watch } = await openWorker(t, database, config, HUB);
  await settle(watch);
  const told = async () => {
    await settle(watch);
    const feeds = (await waiting(database)).flat();
    await sql`delete from pgboss.job`.execute(database.db);
    return feeds.toSorted();
  };
  const later = { publishAt: '2999-01-01T00:00:00Z', category: 'culture' };
  const { id } = (
    await call('POST', '/headlines', headline({ ...later, audience: { sites: ['cairo'] } }))
  ).json();
  t.same(await told(), [], 'an embargo says nothing');
  await database.db.updateTable('post').set({ publish_at: sql<Date>`now()` }).where('id', '=', id).execute();
  await database.db
    .updateTable('headline')
    .set({ publish_at: sql<Date>`now()` })
    .where('post', '=', id)
    .execute();
  // The service's own clock announces it.
  await until(
    () => database.db.selectFrom('post').select('announced').where('id', '=', id).executeTakeFirstOrThrow(),
    ({ announced }) => announced,
  );
  const feeds = await told();
  for (const feed of [
    '/feed.xml',
    '/en/rss.xml',
    '/network/feed.json',
    '/kemlu/feed.xml',
    '/cairo/ar/feed.xml',
  ])
    t.ok(feeds.includes(at(feed)), feed);
  t.ok(feeds.includes(at('/cairo/en/category/culture/feed.xml')));
  t.notOk(
    feeds.some((feed) => feed.includes('/tokyo/')),
    'not where it is not',
  );
  t.equal(new Set(feeds).size, feeds.length);

  await call('POST', `/headlines/${id}/recall`, { reason: 'x' });
  t.same(await told(), feeds, 'its recall goes the same way');
  await post(service, 'latihan', 'Drill');
  t.same(await told(), [], 'drills go nowhere');
  await call('POST', '/headlines', headline());
  await settle(watch);
  const requests = await waiting(database);
  t.ok(requests.every(({ length }) => length <= 40));
  t.ok(requests.flat().includes('http://beijing.example/zh-Hans/feed.json'), 'hosts of their own count');
});

t.test('a hub that is away is told again; what it never takes stands in the log', async (t) => {
  const service = await testService(t);
  const { database, config } = service;
  const hub = await openHub(t, 503);
  const { watch, work } = await openWorker(t, database, config, hub.url, 2);
  await watch.look();
  await post(service, 'tokyo', 'Trade');
  await settle(watch);
  await work();
  const entries = () =>
    database.db.selectFrom('audit').select(['after']).where('action', '=', 'hub.give-up').execute();
  const [entry] = await until(entries, ({ length }) => length > 0);
  const { feeds = [], reason } = (entry?.after ?? {}) as { feeds?: string[]; reason?: string };
  t.match({ count: feeds.length, reason }, { count: 15, reason: 'the hub answered 503' });
  t.same(hub.told, []);
  await until(
    () => waiting(database),
    (jobs) => jobs.length === 0,
  );
  await post(service, 'tokyo', 'Dance');
  await settle(watch);
  await watch.look();
  hub.status = 204;
  await until(
    async () => hub.told.length,
    (count) => count > 0,
  );
  t.same(hub.told.flat().length, 15);
});

t.test('every form of a feed names the hub, as the answer’s headers do', async (t) => {
  const { database } = await testService(t);
  const service = await startOn(t, database, { WEBSUB_HUB: HUB });
  const { read } = service;
  for (const base of ['/tokyo', '/tokyo/en/category/culture', '', '/en/network']) {
    const [atom, rss, json] = await readFeed(service, base);
    const links = [
      { href: at(`${base}/feed.xml`), rel: 'self' },
      { href: HUB, rel: 'hub' },
    ];
    t.match(parseAtomFeed(atom).links?.slice(1), links, base);
    t.match(parseRssFeed(rss).atom?.links?.[1], { href: HUB, rel: 'hub' }, base);
    t.match(parseJsonFeed(json).hubs, [{ type: 'WebSub', url: HUB }], base);
    const link = `<${HUB}>; rel="hub", <${at(`${base}/feed.xml`)}>; rel="self"`;
    const { headers } = await read(`${base}/feed.xml`);
    t.equal(headers.link, link);
    const again = await read(`${base}/feed.xml`, { 'if-none-match': String(headers.etag) });
    t.match([again.status, again.headers.link], [304, link]);
  }
  const drills = await read('/latihan/feed.xml');
  t.notMatch(drills.body, 'rel="hub"');
  t.notOk(drills.headers.link);
  t.notOk((await read('/tokyo/')).headers.link, 'pages do not');
});

t.test('without the setting there is no hub, and nothing is kept for one', async (t) => {
  const service = await testService(t);
  await post(service, 'tokyo', 'Trade');
  t.notMatch((await service.read('/tokyo/feed.xml')).body, 'rel="hub"');
  t.same(await waiting(service.database), []);
  t.same(await service.database.db.selectFrom('change_reader').selectAll().execute(), []);
});
