import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { test } from 'tap';
import { PgliteSocket } from '../src/pglite-socket.ts';

const NAMED = { name: 'answer', text: 'select $1::int + 1 as answer', values: [41] };

test('what one connection leaves behind is not there for the next, which asks by the same names', async (t) => {
  const pglite = await PGlite.create();
  t.teardown(() => pglite.close());
  const connect = async () => {
    const client = new pg.Client({
      user: 'postgres',
      database: 'postgres',
      stream: () => new PgliteSocket(pglite) as never,
    });
    await client.connect();
    return client;
  };

  const first = await connect();
  await first.query('begin');
  await first.query('create table half_done (n int)');
  t.match((await first.query(NAMED)).rows, [{ answer: 42 }]);
  await first.end();

  const second = await connect();
  t.match((await second.query(NAMED)).rows, [{ answer: 42 }]);
  t.match((await second.query(`select to_regclass('half_done') as found`)).rows, [{ found: null }]);
  await t.rejects(second.query('select 1 / $1::int', [0]), { code: '22012' });
  t.match((await second.query('select 1 as still')).rows, [{ still: 1 }], 'an error ends no connection');
  await second.end();
});

test('an answer of many parts and of other letters comes whole', async (t) => {
  const pglite = await PGlite.create();
  t.teardown(() => pglite.close());
  const client = new pg.Client({
    user: 'postgres',
    database: 'postgres',
    stream: () => new PgliteSocket(pglite) as never,
  });
  await client.connect();
  const { rows } = await client.query(
    `select repeat('سفارة 大使館 ', n) as text from generate_series(1, 3000) n`,
  );
  t.equal(rows.length, 3000);
  t.equal(rows.at(-1).text, 'سفارة 大使館 '.repeat(3000));
  await client.end();
});
