import { inspect } from 'node:util';
import { openOutbound } from '@warta/outbound';
import t from 'tap';
import { readConfig } from '../../src/config.ts';
import { keysOfPage, keysToPurge } from '../../src/outside-cache/keys.ts';
import { purge } from '../../src/outside-cache/purge.ts';
import type { OutsideCache } from '../../src/outside-cache/settings.ts';
import { prepare, quake, release } from '../alerts/release.ts';
import { headline, startOn, testService, until } from '../support.ts';
import { KEY, openCache } from './cache.ts';

const SETTINGS = {
  fastly: {
    CACHE_PURGE_KIND: 'fastly',
    CACHE_PURGE_URL: 'https://cache.invalid/',
    CACHE_PURGE_KEY: 'secret',
  },
  varnish: { CACHE_PURGE_KIND: 'varnish', CACHE_PURGE_URL: 'http://10.0.0.9:6081/' },
  cloudflare: {
    CACHE_PURGE_KIND: 'cloudflare',
    CACHE_PURGE_URL: 'https://cache.invalid/',
    CACHE_PURGE_KEY: 'secret',
  },
};
const TOKYO = { 'accept-language': 'ja' };

t.test('pages say what they are made of and how long they may be kept, and nothing else is', async (t) => {
  const { database } = await testService(t);
  const outside = await openCache(t);
  const settings = { ...SETTINGS.fastly, CACHE_PURGE_URL: outside.url, CACHE_PURGE_KEY: KEY };
  const service = await startOn(t, database, settings);
  const { read, call } = service;
  await prepare(service);
  const { id } = (await call('POST', '/headlines', headline())).json();
  const site = await database.db
    .selectFrom('site')
    .select('id')
    .where('slug', '=', 'tokyo')
    .executeTakeFirstOrThrow();

  const home = await until(
    () => read('/tokyo/en/', TOKYO),
    ({ headers }) => headers['surrogate-key'] !== undefined,
  );
  t.equal(home.headers['surrogate-control'], 'max-age=300, stale-if-error=86400');
  t.equal(home.headers['cache-control'], 'no-cache', 'browsers ask each time');
  t.equal(home.headers.vary, 'Accept-Encoding');
  t.notMatch(home.body, 'class="suggested', 'a page for many says nothing to one reader');
  const keys = String(home.headers['surrogate-key']).split(' ');
  t.ok(keys.includes(`s-${site.id.slice(-12)}`));
  for (const key of ['all', 'alerts', 'audiences']) t.ok(keys.includes(key), key);
  t.ok(keys.some((key) => key.startsWith('a-')));
  const again = await read('/tokyo/en/', { ...TOKYO, 'if-none-match': String(home.headers.etag) });
  t.match(again, { status: 304, headers: { 'surrogate-key': home.headers['surrogate-key'] } });
  const post = await read('/tokyo/en/advisory-for-citizens-h1');
  t.ok(
    String(post.headers['surrogate-key'])
      .split(' ')
      .includes(`h-${id.slice(-12)}`),
  );
  t.match(await read('/tokyo/feed.xml'), { headers: { 'surrogate-control': /^max-age=300/ } });

  for (const path of [
    '/tokyo/search?q=x',
    '/search?q=x',
    '/tokyo/en/nothing-here',
    '/nowhere/',
    '/tokyo/id/',
    '/alerts',
    '/alerts.json',
    '/desk',
    '/desk/sign-in',
    '/api/v1/headlines',
    '/health/live',
    '/media/nothing',
  ]) {
    const { headers } = await read(path);
    t.equal(headers['surrogate-control'], 'max-age=0, no-store', path);
    t.match(headers['cache-control'], /private/, path);
    t.notOk(headers['surrogate-key'], path);
  }
  const style = /href="([^"]+\.css)"/.exec(home.body)?.[1] ?? '';
  const { headers } = await read(style);
  t.match(headers, { 'cache-control': /public, max-age=/, 'surrogate-control': undefined }, style);

  await release(service, quake({ expiry: { at: new Date(Date.now() + 61_000).toISOString() } }));
  const warned = String((await read('/tokyo/en/')).headers['surrogate-control']);
  t.ok(Number(/max-age=(\d+)/.exec(warned)?.[1]) <= 61, 'an alert that ends soon ends there as well');
});

t.test('what is said in the reader’s language stays where no cache is set', async (t) => {
  const { read } = await testService(t);
  const { body, headers } = await read('/tokyo/en/', TOKYO);
  t.match(body, 'class="suggested');
  t.match(headers, { vary: 'Accept-Encoding, Accept-Language', 'cache-control': 'no-cache' });
  t.notOk(headers['surrogate-control']);
  t.notOk((await read('/nowhere/')).headers['surrogate-control']);
});

t.test('each kind of cache is told in its own way', async (t) => {
  const calls: { url: string; asked: { method?: string; headers?: object; body?: unknown } }[] = [];
  let body = '{"success": true}';
  let status = 200;
  const ask = async (url: string, asked = {}) => {
    calls.push({ url, asked });
    return { status, headers: {}, body: Buffer.from(body) };
  };
  const told = async (kind: keyof typeof SETTINGS, keys: string[]) => {
    calls.length = 0;
    const cache = readConfig(SETTINGS[kind]).outsideCache;
    if (cache) await purge({ ask }, cache, keys);
    return calls.map(({ asked }) => asked);
  };
  t.match(await told('fastly', ['a', 'b']), [
    { method: 'POST', headers: { 'fastly-key': 'secret', 'surrogate-key': 'a b' } },
  ]);
  t.match(await told('varnish', ['a', 'b']), [{ method: 'PURGE', headers: { xkey: 'a b' } }]);
  t.match(await told('cloudflare', ['a', 'b']), [
    { method: 'POST', headers: { authorization: 'Bearer secret' }, body: '{"tags":["a","b"]}' },
  ]);
  const many = Array.from({ length: 250 }, (_, n) => `k${n}`);
  t.equal((await told('varnish', many)).length, 3, 'as many at once as it takes');
  body = '{"success": false}';
  await t.rejects(told('cloudflare', ['a']), { message: 'answered no' });
  status = 403;
  await t.rejects(told('fastly', ['a']), { message: 'answered 403' });
});

t.test('what went wrong says neither the key nor the address', async (t) => {
  const outbound = openOutbound({
    userAgent: 'Warta/test',
    allowHttp: true,
    allowAddress: (address) => address === '127.0.0.1',
  });
  t.teardown(() => outbound.close());
  const url = 'http://127.0.0.1:9/service/hidden/purge'; // the port for what is thrown away
  const cache = readConfig({ ...SETTINGS.fastly, CACHE_PURGE_URL: url }).outsideCache;
  const error = await purge(outbound, cache as OutsideCache, ['s-key']).catch((thrown) => thrown);
  t.match(error, { name: 'PurgeError', message: 'unreachable' });
  const logged = inspect(error, { depth: 9 });
  for (const secret of ['secret', 'hidden', 's-key']) t.notOk(logged.includes(secret), secret);
});

t.test('a page of very many parts, and a purge of very many, stand under one key', async (t) => {
  const tags = Array.from({ length: 600 }, (_, n) => `audience:${n}`);
  t.same(keysOfPage(tags), ['all', 'many']);
  t.ok(keysToPurge(tags.slice(0, 3)).includes('many'));
  t.same(keysToPurge(tags), ['all']);
});
