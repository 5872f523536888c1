import { testDatabase } from '@warta/database/testing';
import { missionInput } from '@warta/sites/testing';
import { findProofs, openSite } from '@warta/sync';
import t, { type Test } from 'tap';
import { openMinistry } from '../../src/open-ministry.ts';
import { prepare, quake, release } from '../alerts/release.ts';
import { signedIn } from '../desk/desk-client.ts';
import { actor, headline, MISSIONS, startOn, until } from '../support.ts';
import { KEY, openCache } from './cache.ts';

/** A service with a cache before it. */
async function behindCache(t: Test) {
  const cache = await openCache(t);
  const database = await testDatabase(t);
  await openMinistry(database, actor);
  for (const mission of MISSIONS) await openSite(database.db, actor, missionInput(...mission));
  const service = await startOn(t, database, {
    CACHE_PURGE_KIND: 'fastly',
    CACHE_PURGE_URL: cache.url,
    CACHE_PURGE_KEY: KEY,
  });
  cache.origin = service.service.origin;
  /** Until the cache was told of all there is. */
  const told = () =>
    until(
      async () => {
        const { n } = await database.db.selectFrom('generation').select('n').executeTakeFirstOrThrow();
        const purge = await database.db.selectFrom('cache_purge').selectAll().executeTakeFirst();
        return purge?.purged === n;
      },
      (isTold) => isTold === true,
    );
  return { ...service, cache, told };
}

const service = await behindCache(t);
const { cache, call, read, database, told } = service;
await told();
await until(
  async () => (await read('/tokyo/en/')).headers['surrogate-key'],
  (keys) => keys !== undefined,
);

t.test('a headline, its correction and its recall reach readers who get kept pages', async (t) => {
  const purged = (id: string, version: number) =>
    until(
      () =>
        database.db
          .selectFrom('headline_purge')
          .select(['version', 'took_ms'])
          .where('headline', '=', id)
          .where('version', '=', version)
          .executeTakeFirst(),
      (row) => row !== undefined,
    );
  await cache.read('/tokyo/en/');
  t.ok((await cache.read('/tokyo/en/')).hit, 'a page is kept');
  await cache.read('/cairo/en/');

  const { id } = (await call('POST', '/headlines', headline())).json();
  await purged(id, 1);
  t.match((await cache.read('/tokyo/en/')).body, 'Advisory for citizens');
  const { slug } = await database.db
    .selectFrom('standing_text')
    .select('slug')
    .where('post', '=', id)
    .where('locale', '=', 'en')
    .executeTakeFirstOrThrow();
  const address = `/tokyo/en/${slug}`;
  await cache.read(address);
  t.ok((await cache.read(address)).hit);

  const corrected = [
    { locale: 'en', title: 'Advisory for citizens', body: 'The right text.' },
    { locale: 'id', title: 'Imbauan bagi WNI', body: 'Isi yang benar.' },
  ];
  const second = await call('PUT', `/headlines/${id}`, headline({ translations: corrected }), {
    'if-match': '"1"',
  });
  t.equal(second.status, 200, second.body);
  await purged(id, 2);
  const { body } = await cache.read(address);
  t.match(body, 'The right text.');
  t.notMatch(body, 'important');

  await cache.read('/tokyo/en/');
  const before = cache.kept.get('/tokyo/en/');
  await call('POST', `/headlines/${id}/recall`, { reason: 'x' });
  const row = await purged(id, 3);
  t.ok((row?.took_ms ?? 0) < 5000);
  t.equal((await cache.read(address)).status, 410);
  t.notMatch((await cache.read('/tokyo/en/')).body, 'Advisory for citizens');
  t.notOk((await cache.read(address)).hit, 'that it is gone is not kept');

  if (before) cache.kept.set('/tokyo/en/', before);
  t.match((await cache.read('/tokyo/en/')).body, 'Advisory for citizens', 'a page that was on its way');
  await until(
    () => cache.read('/tokyo/en/'),
    (answer) => !answer.body.includes('Advisory for citizens'),
  );
});

t.test('a cache that is away keeps a recall from being proven, and nothing else', async (t) => {
  const desk = await signedIn(service, 'pr-desk');
  const { id } = (await call('POST', '/headlines', headline())).json();
  const deliveries = async () => (await call('GET', `/headlines/${id}/deliveries`)).json();
  const first = await until(deliveries, ({ provenInMs }) => provenInMs !== null);
  t.match(first, { live: 3, outsideCache: { state: 'purged', error: null, nextTryAt: null } });
  t.ok(first.provenInMs >= first.outsideCache.tookMs);
  const here = `/desk/headlines/${id}/deliveries`;
  t.match((await desk.get(here)).body, /Purged from the cache outside after \d+(\.\d)? s/);

  await cache.read('/tokyo/en/');
  cache.status = 503;
  await call('POST', `/headlines/${id}/recall`, { reason: 'x' });
  const away = await until(
    deliveries,
    ({ live, outsideCache }) => live === 3 && outsideCache.state === 'failed',
  );
  t.match(away, { state: 'recalled', pending: 0, provenInMs: null, outsideCache: { error: 'answered 503' } });
  t.type(away.outsideCache.nextTryAt, 'string');
  t.ok(away.items.every(({ state }: { state: string }) => state === 'recalled'));
  t.notMatch((await read('/tokyo/en/')).body, 'Advisory for citizens', 'the nodes have done it');
  t.match((await cache.read('/tokyo/en/')).body, 'Advisory for citizens', 'the cache has not');
  await until(
    async () => (await read('/cairo/en/')).headers['surrogate-control'],
    (control) => control === 'max-age=0, no-store',
  );
  const { body } = await desk.get(here);
  t.match(body, /Gone from 3 of 3 on 1 node, but not proven in the cache outside/);
  t.match(body, /still has what was before: it answered with status 503 \(next try/);
  const proofs = () => findProofs(database.db, [id]);
  t.equal((await proofs()).length, 1, 'nor is it in the timeline');

  cache.status = 200;
  const back = await until(deliveries, ({ provenInMs }) => provenInMs !== null);
  t.match(back.outsideCache, { state: 'purged', error: null });
  t.notMatch((await cache.read('/tokyo/en/')).body, 'Advisory for citizens');
  t.match((await desk.get(here)).body, /Gone from 3 of 3, proven in/);
  t.ok((await until(proofs, ({ length }) => length === 2))[1]);
});

t.test('an alert stands on pages that were kept', async (t) => {
  await prepare(service);
  await told();
  await cache.read('/tokyo/en/');
  t.ok((await cache.read('/tokyo/en/')).hit);
  await release(service, quake());
  await until(
    () => cache.read('/tokyo/en/'),
    ({ body }) => body.includes('Strong earthquake in Japan'),
  );
  t.notMatch((await cache.read('/cairo/en/')).body, 'Strong earthquake');
});
