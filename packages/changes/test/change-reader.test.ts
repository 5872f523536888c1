import { testDatabase } from '@warta/database/testing';
import { sql } from 'kysely';
import t from 'tap';
import { announceChange, beginReading, currentGeneration, takeChanges } from '../src/index.ts';

t.test('a reader takes each change once, from when it began', async (t) => {
  const { db } = await testDatabase(t);
  const announce = (tag: string) => db.transaction().execute((trx) => announceChange(trx, [tag]));
  const take = (upTo: number) => db.transaction().execute((trx) => takeChanges(trx, 'hub', upTo));
  await announce('site:before');
  await beginReading(db, 'hub');
  await announce('site:a');
  await announce('site:b');
  await beginReading(db, 'hub');
  t.same(await take(2), [{ n: 2, tags: ['site:a'] }], 'up to where it wants');
  await t.rejects(
    db.transaction().execute(async (trx) => {
      await takeChanges(trx, 'hub', 3);
      throw new Error('it came to nothing');
    }),
  );
  t.same(await take(3), [{ n: 3, tags: ['site:b'] }], 'what came to nothing is taken again');
  t.same(await take(await currentGeneration(db)), []);

  await announce('site:c');
  await announce('site:d');
  await sql`delete from change where n = 4`.execute(db);
  t.same(await take(5), [{ n: 5, tags: ['all'] }], 'and what nobody knows any more counts as everything');
});
