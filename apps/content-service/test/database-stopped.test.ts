import t from 'tap';
import { wayTo } from './alerts/away.ts';
import { openCluster } from './cluster.ts';
import { headline, until } from './support.ts';

const url = process.env.TEST_DATABASE_URL;
const CACHED = ['/tokyo/', '/tokyo/en/', '/tokyo/id/pertama', '/tokyo/feed.xml', '/', '/missions'];

t.test(
  'a node without its database serves what it has and says what it cannot, and catches up by itself',
  { skip: !url && 'it needs a PostgreSQL server at TEST_DATABASE_URL' },
  async (t) => {
    const way = await wayTo(Number(new URL(url ?? '').port));
    t.teardown(() => way.close());
    const cluster = await openCluster(t);
    const other = await cluster.start('web');
    const node = await cluster.start('web', way.port);
    const post = { locale: 'id', title: 'Pertama', slug: 'pertama', body: 'Isi lama.' };
    await other.call('POST', '/sites/tokyo/posts', post);
    const push = async (title: string) => {
      const translations = [{ locale: 'id', title, body: 'Isi.' }];
      return (await other.call('POST', '/headlines', headline({ translations }))).json();
    };
    const deliveries = async (id: string) => (await other.call('GET', `/headlines/${id}/deliveries`)).json();
    const proven = (id: string) =>
      until(
        () => deliveries(id),
        ({ provenInMs }) => provenInMs !== null,
      );
    const [kept, recalled] = [await push('Tetap'), await push('Ditarik')];
    await Promise.all([proven(kept.id), proven(recalled.id)]);
    const recalledAt =
      /href="(\/tokyo\/id\/ditarik[^"]*)"/.exec((await node.read('/tokyo/')).body)?.[1] ?? '';
    const before = new Map<string, string>();
    for (const path of [...CACHED, recalledAt]) {
      const { status, headers } = await node.read(path);
      t.equal(status, 200, path);
      before.set(path, String(headers.etag));
    }
    way.cut();

    for (const path of [...CACHED, recalledAt]) {
      const page = await node.read(path);
      t.equal(page.status, 200, `${path} still stands`);
      const again = await node.read(path, { 'if-none-match': before.get(path) ?? '' });
      t.equal(again.status, 304, path);
    }
    for (const [path, lang] of [
      ['/cairo/ar/', 'ar'],
      ['/tokyo/ja/archive', 'ja'],
    ] as const) {
      const page = await node.read(path);
      t.equal(page.status, 503, path);
      t.equal(page.headers['retry-after'], '5');
      t.equal(page.headers['cache-control'], 'no-store');
      t.match(
        page.body,
        new RegExp(`<html lang="${lang}"[\\s\\S]*/assets/nusantara/`),
        'in the site’s theme',
      );
    }
    t.equal((await node.read('/health/live')).status, 200);
    const ready = await node.read('/health/ready');
    t.equal(ready.status, 503);
    t.match(ready.json(), { status: 'the database cannot be reached' });
    const api = await node.call('POST', '/sites/tokyo/posts', { ...post, slug: 'kedua' });
    t.equal(api.status, 503);
    t.equal(api.headers['retry-after'], '5');
    t.match(api.json(), { detail: 'The database cannot be reached.' });
    t.equal((await node.read('/desk')).status, 303, 'who is not signed in is asked to do so');
    t.equal((await node.read('/desk', { cookie: 'warta=somebody' })).status, 503);

    const correction = headline({ translations: [{ locale: 'id', title: 'Dibetulkan', body: 'Isi.' }] });
    await other.call('PUT', `/headlines/${kept.id}`, correction, { 'if-match': '"1"' });
    await other.call('POST', `/headlines/${recalled.id}/recall`, { reason: 'salah' });
    const more = await other.call('POST', '/sites/tokyo/posts', { ...post, title: 'Ketiga', slug: 'ketiga' });
    t.equal(more.status, 201);
    t.match(
      await deliveries(recalled.id),
      { live: 0, provenInMs: null },
      'what one node cannot see is not proven',
    );
    t.equal((await node.read('/tokyo/')).status, 200);

    way.mend();
    t.equal(
      (
        await until(
          () => node.read('/health/ready'),
          ({ status }) => status !== 503,
        )
      ).status,
      200,
    );
    await Promise.all([proven(kept.id), proven(recalled.id)]);
    for (const path of CACHED) t.equal((await node.read(path)).body, (await other.read(path)).body, path);
    t.match((await node.read('/tokyo/')).body, /Dibetulkan/);
    t.match((await node.read('/tokyo/')).body, /Ketiga/);
    t.notMatch((await node.read('/tokyo/')).body, /Ditarik/);
    t.equal((await node.read(recalledAt)).status, 410);
    t.equal((await node.read('/cairo/ar/')).status, 200);
    t.equal((await node.call('POST', '/sites/tokyo/posts', { ...post, slug: 'kedua' })).status, 201);
  },
);

t.test(
  'a server that falls silent is as one that is away, and what was waiting for it waits no more',
  { skip: !url && 'it needs a PostgreSQL server at TEST_DATABASE_URL' },
  async (t) => {
    const way = await wayTo(Number(new URL(url ?? '').port));
    t.teardown(() => way.close());
    const cluster = await openCluster(t);
    const node = await cluster.start('web', way.port);
    const before = (await node.read('/tokyo/')).body;
    way.lose();
    const waiting = [node.read('/cairo/'), node.read('/cairo/ar/'), node.call('GET', '/headlines')];
    t.equal((await node.read('/tokyo/')).body, before, 'what is ready does not wait');
    for (const answer of await Promise.all(waiting)) {
      t.equal(answer.status, 503);
      t.equal(answer.headers['retry-after'], '5');
    }
    const other = await cluster.start('web');
    const post = { locale: 'id', title: 'Meanwhile', body: 'Isi.' };
    t.equal((await other.call('POST', '/sites/tokyo/posts', post)).status, 201);
    way.mend();
    await until(
      () => node.read('/tokyo/'),
      ({ body }) => body.includes('Meanwhile'),
    );
    t.equal((await node.read('/cairo/')).status, 200);
  },
);
