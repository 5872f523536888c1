import { testDatabase } from '@warta/database/testing';
import t from 'tap';
import {
  announceChange,
  type Change,
  currentGeneration,
  EVERYTHING,
  findChanges,
  listenForChanges,
} from '../src/index.ts';

t.test('changes are numbered without gaps, also when transactions roll back', async (t) => {
  const { db } = await testDatabase(t);
  await db.transaction().execute((trx) => announceChange(trx, ['site:a']));
  await t.rejects(
    db.transaction().execute(async (trx) => {
      await announceChange(trx, ['site:lost']);
      throw new Error('changed our mind');
    }),
  );
  await db.transaction().execute((trx) => announceChange(trx, ['site:b', 'site:b']));
  t.equal(await currentGeneration(db), 2);
  t.same(await findChanges(db, 0), [
    { n: 1, tags: ['site:a'], soft: false },
    { n: 2, tags: ['site:b'], soft: false },
  ]);
});

t.test('a change names 1 to 8 tags', async (t) => {
  const { db } = await testDatabase(t);
  const announce = (tags: string[]) => db.transaction().execute((trx) => announceChange(trx, tags));
  await t.rejects(announce([]), RangeError);
  await t.rejects(announce([...'123456789']), RangeError);
  t.equal(await currentGeneration(db), 0, 'and nothing was written');
});

t.test('a listener hears what is committed, once, in order, and nothing that is rolled back', async (t) => {
  const database = await testDatabase(t);
  const heard: Change[] = [];
  const listener = await listenForChanges({
    database,
    heard: () => heard.at(-1)?.n ?? 0,
    onChanges: (changes) => heard.push(...changes),
    onError: (error) => t.fail(String(error)),
    pollMs: 60_000, // so that only the notification can have told it
  });
  const announce = (tag: string) => database.db.transaction().execute((trx) => announceChange(trx, [tag]));
  await Promise.all([announce('a'), announce('b'), announce('c')]);
  while (heard.length < 3) await new Promise((resolve) => setImmediate(resolve));
  await listener.poll();
  await listener.stop();
  t.same(
    heard.map((change) => change.n),
    [1, 2, 3],
  );
});

t.test('whoever was away until a change was kept no more hears that everything has changed', async (t) => {
  const database = await testDatabase(t);
  const deaf = { ...database, listen: async () => async () => {} };
  let heard: readonly Change[] = [];
  let upTo = 0;
  const listener = await listenForChanges({
    database: deaf,
    heard: () => upTo,
    onChanges: (changes) => {
      heard = changes;
    },
    onError: (error) => t.fail(String(error)),
    pollMs: 60_000,
  });
  t.teardown(() => listener.stop());
  const hearFrom = async (n: number) => {
    upTo = n;
    heard = [];
    await listener.poll();
    return heard;
  };
  const announce = (tag: string) => database.db.transaction().execute((trx) => announceChange(trx, [tag]));
  const forget = (n: number) => database.db.deleteFrom('change').where('n', '=', n).execute();
  const everything = [{ n: 4, tags: [EVERYTHING] }];
  for (const tag of ['a', 'b', 'c', 'd']) await announce(tag);
  await forget(1);
  t.same(await hearFrom(0), everything, 'the oldest is gone');
  t.same(
    (await hearFrom(2)).map(({ n }) => n),
    [3, 4],
    'who has heard of it misses nothing',
  );
  await forget(3);
  t.same(await hearFrom(1), everything, 'one between others is gone');
  await forget(2);
  await forget(4);
  t.same(await hearFrom(1), everything, 'all are gone');
  t.same(await hearFrom(4), []);
});
