import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import t from 'tap';
import { DatabaseTooNewError, DataDirInUseError, migrate, newId, openDatabase } from '../src/index.ts';
import { testDatabase } from '../src/testing/index.ts';

const folder = () => mkdtemp(join(tmpdir(), 'warta-'));

t.test('the embedded database keeps what was written after it is closed and opened again', async (t) => {
  const dataDir = await folder();
  const first = await openDatabase({ dataDir });
  t.equal((await migrate(first.db)).length > 0, true, 'a new database is migrated');
  await first.db
    .insertInto('change')
    .values({ n: 1, tags: ['site:a'] })
    .execute();
  await first.close();

  const second = await openDatabase({ dataDir });
  t.teardown(() => second.close());
  t.same(await migrate(second.db), [], 'a migrated one is left alone');
  t.equal((await second.db.selectFrom('change').selectAll().execute()).length, 1);
});

t.test('a data folder in use by another is refused with a line that says what to do', async (t) => {
  const dataDir = await folder();
  const first = await openDatabase({ dataDir });
  await t.rejects(openDatabase({ dataDir }), DataDirInUseError);
  await t.rejects(openDatabase({ dataDir }), { message: /DATA_DIR .* is in use by another process/ });
  await first.close();
  const second = await openDatabase({ dataDir });
  await second.close();
});

t.test('code older than the database refuses to start', async (t) => {
  const { db } = await testDatabase(t);
  await sql`insert into kysely_migration (name, timestamp) values ('2999-01-01-01-future', '')`.execute(db);
  await t.rejects(migrate(db), DatabaseTooNewError);
  await t.rejects(migrate(db), { message: /2999-01-01-01-future.*start the newer version/ });
});

t.test('several processes may migrate at once', async (t) => {
  const database = await testDatabase(t);
  await Promise.all([migrate(database.db), migrate(database.db)]);
  t.pass();
});

t.test('the audit log, revisions and headline versions cannot be changed or deleted by anyone', async (t) => {
  const { db } = await testDatabase(t);
  await db
    .insertInto('audit')
    .values({
      id: newId(),
      actor: 'a',
      source: 's',
      action: 'x',
      subject: 'y',
      site: null,
      before: null,
      after: null,
    })
    .execute();
  await t.rejects(db.updateTable('audit').set({ actor: 'b' }).execute(), { message: /append-only/ });
  await t.rejects(db.deleteFrom('audit').execute(), { message: /append-only/ });
  await t.rejects(sql`truncate audit`.execute(db), { message: /append-only/ });
  t.equal((await db.selectFrom('audit').selectAll().execute()).length, 1);
});

t.test('ids made later sort later', async (t) => {
  const ids = Array.from({ length: 1000 }, newId);
  t.same([...ids].sort(), ids);
});

t.test(
  'SQL of a library runs as a script too, and one that fails leaves its connection usable',
  async (t) => {
    const { run } = await testDatabase(t);
    t.same(await run('select $1::text as word', ['kabar']), [{ word: 'kabar' }]);
    t.same(await run('begin; select 1 as n; select 2 as n; commit'), [{ n: 1 }, { n: 2 }]);
    await t.rejects(run('begin; create table half_done (n integer); select 1 / 0; commit'), {
      code: '22012',
    });
    t.same(await run("select to_regclass('half_done') as found"), [{ found: null }]);
  },
);
