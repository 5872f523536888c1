import { sql } from 'kysely';
import t from 'tap';
import { secondProcess, testDatabase } from '../src/testing/index.ts';

const never = () => {};
/** Settles when it was called. */
function call() {
  let called = never;
  const done = new Promise<void>((resolve) => {
    called = resolve;
  });
  return { called: () => called(), done };
}

t.test('a lock is held by one of all processes, who hears that another wants it', async (t) => {
  const first = await testDatabase(t);
  const second = await secondProcess(t, first);
  if (!first.locks || !second?.locks) return t.equal(first.locks, undefined, 'one process needs none');
  const wanted = call();
  const open = new AbortController();
  t.ok(await first.locks.take('upload:1', open.signal, wanted.called));
  t.ok(await second.locks.take('upload:2', open.signal, never), 'another lock is free');
  t.notOk(await second.locks.take('upload:1', AbortSignal.abort(), never), 'who no longer waits gets none');
  const waits = second.locks.take('upload:1', open.signal, never);
  await wanted.done;
  await first.locks.release('upload:1');
  t.ok(await waits, 'then it is the other’s');
  const giveUp = new AbortController();
  const inVain = first.locks.take('upload:1', giveUp.signal, never);
  giveUp.abort();
  t.notOk(await inVain);

  const own = call();
  t.ok(await first.locks.take('upload:3', open.signal, own.called));
  const within = first.locks.take('upload:3', open.signal, never);
  await own.done;
  await first.locks.release('upload:3');
  t.ok(await within, 'two of one process wait for each other as well');
});

t.test('who loses its connection loses its locks, and hears of it', async (t) => {
  const first = await testDatabase(t);
  const second = await secondProcess(t, first);
  if (!first.locks || !second?.locks) return;
  const { signal } = new AbortController();
  const lost = call();
  t.ok(await first.locks.take('upload:1', signal, lost.called));
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'warta locks' and datname = current_database()`.execute(second.db);
  await lost.done;
  t.ok(await second.locks.take('upload:1', signal, never));
  await first.locks.release('upload:1');
  const again = call();
  const waits = first.locks.take('upload:1', signal, again.called);
  await second.locks.release('upload:1');
  t.ok(await waits, 'a connection is opened anew, and what was lost is not given back twice');
});
