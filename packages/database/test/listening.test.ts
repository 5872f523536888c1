import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import t from 'tap';
import { openDatabase } from '../src/index.ts';
import { testDatabase } from '../src/testing/index.ts';

const url = process.env.TEST_DATABASE_URL;

t.test(
  'whoever listens to PostgreSQL tries once a second to do so again, however long it is away',
  { skip: !url && 'it needs a PostgreSQL server at TEST_DATABASE_URL' },
  async (t) => {
    const { db } = await testDatabase(t);
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
    const through = new URL(url ?? '');
    const way = await wayTo(Number(through.port));
    t.teardown(() => way.close());
    through.port = String(way.port);
    through.pathname = `/${rows[0]?.name}`;
    const database = await openDatabase({ databaseUrl: through.href, dataDir: '' });
    t.teardown(() => database.close());
    let heard = 0;
    const stop = await database.listen('news', () => {
      heard += 1;
    });
    way.cut();
    while (way.tries.length < 5) await sleep(50);
    const apart = way.tries.slice(1).map((at, n) => at - (way.tries[n] ?? 0));
    t.ok(Math.min(...apart) > 500, `${apart.map(Math.round)} ms apart`);

    way.mend();
    while (heard === 0) {
      await sql`notify news`.execute(db);
      await sleep(50);
    }
    const { rows: open } = await sql`
      select from pg_stat_activity where application_name = 'warta listener' and datname = ${rows[0]?.name}
    `.execute(db);
    t.equal(open.length, 1, 'and then listens on one connection');
    await stop();
  },
);

/** A way to a server on this machine that can be cut; says when somebody tried to go along it then. */
async function wayTo(port: number) {
  const open = new Set<Socket>();
  const tries: number[] = [];
  let isCut = false;
  const server = createServer((socket) => {
    if (isCut) {
      tries.push(performance.now());
      return void socket.destroy();
    }
    const there = connect(port, '127.0.0.1');
    for (const end of [socket, there])
      open.add(end.on('error', () => end.destroy()).on('close', () => open.delete(end)));
    socket.pipe(there).pipe(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const cut = () => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    tries,
    cut,
    mend() {
      isCut = false;
    },
    async close() {
      cut();
      server.close();
    },
  };
}
