import { announceChange, beginPurging, joinNodes, noteHeard } from '@warta/changes';
import type { Database } from '@warta/database';
import { testDatabase } from '@warta/database/testing';
import { sql } from 'kysely';
import t, { type Test } from 'tap';
import { PurgeError } from '../../src/outside-cache/purge.ts';
import { PurgeWatch } from '../../src/outside-cache/purge-watch.ts';

const SITE = 'site:01a2141b-c19b-77dd-b210-59d216aca293';
const SITE_KEY = 's-59d216aca293';

/** A watch over a cache that remembers what it was told, or is away. */
async function open(t: Test) {
  const database = await testDatabase(t);
  const { db } = database;
  const cache = { told: [] as string[][], isAway: false };
  const purge = async (keys: readonly string[]) => {
    if (cache.isAway) throw new PurgeError('answered 503');
    cache.told.push([...keys]);
  };
  const watch = new PurgeWatch(database, purge);
  const change = (...tags: string[]) => db.transaction().execute((trx) => announceChange(trx, tags));
  const said = () => db.selectFrom('cache_purge').selectAll().executeTakeFirstOrThrow();
  const looks = async () => {
    cache.told = [];
    for (let look = 0; look < 5; look += 1) await watch.look();
    return cache.told;
  };
  await beginPurging(db);
  return { database, db, cache, watch, change, said, looks };
}

/** As if a while had gone by. */
const wait = ({ db }: Database, seconds: number) =>
  sql`update cache_purge set marked_at = marked_at - make_interval(secs => ${seconds}),
    next_try_at = next_try_at - make_interval(secs => ${seconds}),
    claimed_at = claimed_at - make_interval(secs => ${seconds})`.execute(db);

t.test('a cache is told of a change, once more after a while, and then of nothing', async (t) => {
  const { database, change, looks } = await open(t);
  t.same(await looks(), [], 'nothing has changed');
  await change('directory');
  t.same(await looks(), [['directory', 'many']]);
  await wait(database, 3);
  t.same(await looks(), [['directory', 'many']], 'a page may have been on its way');
  await wait(database, 3);
  t.same(await looks(), []);
  await change(SITE, 'directory');
  await change(SITE, 'alerts');
  t.same(await looks(), [[SITE_KEY, 'directory', 'alerts', 'many']], 'a burst in one call');
  await wait(database, 3);
  await change(SITE, 'all');
  t.same(await looks(), [['all']]);
  for (let n = 0; n < 2; n += 1) {
    await change('directory');
    await wait(database, 1);
    t.match((await looks()).flat(), ['all'], 'while more changes come, all of them are told again');
  }
  await database.db.deleteFrom('change').execute();
  await change(SITE);
  t.same(await looks(), [['all']], 'what was removed meanwhile counts as everything');
});

t.test('it counts as told when every node whose pages may be kept had acted', async (t) => {
  const { db, cache, watch, change, said, looks } = await open(t);
  await joinNodes(db, 'one', 0);
  await joinNodes(db, 'two', 0);
  await joinNodes(db, 'lets nothing be kept');
  await change(SITE);
  await noteHeard(db, 'one', 1);
  t.same(await looks(), [], 'another node may still send the old page');
  while (cache.told.length === 0) await watch.look();
  t.match(await said(), { purged: 0, claimed_at: null }, 'it is told after a second all the same');
  t.same(await looks(), [], 'once');
  await noteHeard(db, 'two', 1);
  t.same(await looks(), [[SITE_KEY, 'many']]);
  t.match(await said(), { purged: 1 });
});

t.test('a cache that is away is tried again, with all that has changed since', async (t) => {
  const { database, cache, watch, change, said, looks } = await open(t);
  await change(SITE);
  cache.isAway = true;
  await t.rejects(watch.look(), { message: 'answered 503' });
  const failed = await said();
  t.match(failed, { purged: 0, error: 'answered 503', failures: 1, claimed_at: null });
  t.ok(failed.next_try_at);
  t.same(await looks(), [], 'not before it is time');
  await wait(database, 2);
  await t.rejects(watch.look());
  await change('directory');
  cache.isAway = false;
  t.same(await looks(), [], 'the wait grows');
  await wait(database, 3);
  t.same(await looks(), [[SITE_KEY, 'directory', 'many']]);
  t.match(await said(), { purged: 2, error: null, failures: 0, next_try_at: null });
});

t.test('a process that dies while it tells leaves its turn to another', async (t) => {
  const { database, db, change, looks } = await open(t);
  await change(SITE);
  await sql`update cache_purge set claimed_at = now()`.execute(db);
  t.same(await looks(), [], 'somebody is at it');
  await wait(database, 20);
  t.same(await looks(), [[SITE_KEY, 'many']]);
});
