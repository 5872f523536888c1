import { copyIn, copyOut, type Database, migrate } from '@warta/database';
import { testDatabase } from '@warta/database/testing';
import { sql } from 'kysely';
import t, { type Test } from 'tap';
import { GiveUp, type Jobs, openJobs } from '../src/index.ts';
import { inbox, LETTERS } from './letters.ts';

async function jobsOn(t: Test, database: Database, works = true, pollSeconds = 0.5) {
  const errors: Error[] = [];
  const jobs = await openJobs(database, {
    queues: [LETTERS],
    works,
    onError: (error) => errors.push(error as Error),
    pollSeconds,
  });
  t.teardown(() => jobs.stop());
  return { jobs, errors };
}

const put = (database: Database, jobs: Jobs, text: string, options?: { notBefore: Date }) =>
  database.db.transaction().execute((trx) => jobs.enqueue(trx, LETTERS, { text }, options));

const waiting = async (database: Database) => {
  const { rows } = await sql<{ text: string }>`
    select data->>'text' as text from pgboss.job order by created_on, id`.execute(database.db);
  return rows.map((row) => row.text);
};

t.test('work is handed over if and only if the transaction commits', async (t) => {
  const database = await testDatabase(t);
  const { jobs } = await jobsOn(t, database);
  const failed = database.db.transaction().execute(async (trx) => {
    await jobs.enqueue(trx, LETTERS, { text: 'rolled back' });
    throw new Error('no');
  });
  await t.rejects(failed, { message: 'no' });
  await put(database, jobs, 'committed');
  t.same(await waiting(database), ['committed']);

  const { full, take } = inbox(1);
  await jobs.work(LETTERS, { work: async ({ text }) => take(text) });
  t.same(await full, ['committed']);
});

t.test('what is done leaves nothing behind, and work that comes later is heard of', async (t) => {
  const database = await testDatabase(t);
  const { jobs } = await jobsOn(t, database);
  const { full, take } = inbox(3);
  await jobs.work(LETTERS, { work: async ({ text }) => take(text) });
  for (const text of ['one', 'two', 'three']) await put(database, jobs, text);
  t.same((await full).toSorted(), ['one', 'three', 'two']);
  await jobs.stop();
  t.same(await waiting(database), []);
});

t.test('what is handed over together is done without waiting for the next look', async (t) => {
  const database = await testDatabase(t);
  const { jobs } = await jobsOn(t, database, true, 600);
  const texts = Array.from({ length: 7 }, (_, n) => `letter ${n}`);
  const { full, take } = inbox(texts.length);
  await jobs.work(LETTERS, { work: async ({ text }) => take(text) });
  await database.db.transaction().execute(async (trx) => {
    for (const text of texts) await jobs.enqueue(trx, LETTERS, { text });
  });
  t.same((await full).toSorted(), texts);
});

t.test('a process that only hands over is served by one that works', async (t) => {
  const database = await testDatabase(t);
  const { jobs: web } = await jobsOn(t, database, false);
  const { jobs: worker } = await jobsOn(t, database);
  const { full, take } = inbox(1);
  await worker.work(LETTERS, { work: async ({ text }) => take(text) });
  await put(database, web, 'from the web');
  t.same(await full, ['from the web']);
});

t.test('what fails is tried again, and then given up without a trace of what it held', async (t) => {
  const database = await testDatabase(t);
  const { jobs, errors } = await jobsOn(t, database);
  const attempts: number[] = [];
  const gaveUp = new Promise<string>((resolve) => {
    void jobs.work(LETTERS, {
      async work(_payload, { attempt }) {
        attempts.push(attempt);
        throw new Error('secret of the server');
      },
      gaveUp: async ({ text }) => resolve(text),
    });
  });
  await put(database, jobs, 'secret');
  t.equal(await gaveUp, 'secret');
  await jobs.stop();
  t.same(attempts, [1, 2, 3]);
  t.same(await waiting(database), []);
  t.match(
    errors.map((error) => error.message),
    [/attempt 1; it will be tried again/, /attempt 2; it will be tried again/, /attempt 3; it is given up/],
  );
  t.notMatch(errors.map((error) => error.message).join(), /secret/);
});

t.test('a handler that knows better gives up at once', async (t) => {
  const database = await testDatabase(t);
  const { jobs } = await jobsOn(t, database);
  const attempts: number[] = [];
  const gaveUp = new Promise<void>((resolve) => {
    void jobs.work(LETTERS, {
      async work(_payload, { attempt }) {
        attempts.push(attempt);
        throw new GiveUp('nobody lives there');
      },
      gaveUp: async () => resolve(),
    });
  });
  await put(database, jobs, 'text');
  await gaveUp;
  await jobs.stop();
  t.same(attempts, [1]);
});

t.test('work that is not yet due waits', async (t) => {
  const database = await testDatabase(t);
  const { jobs } = await jobsOn(t, database);
  const { full, take } = inbox(1);
  await put(database, jobs, 'tomorrow', { notBefore: new Date(Date.now() + 86_400_000) });
  await put(database, jobs, 'now');
  await jobs.work(LETTERS, { work: async ({ text }) => take(text) });
  t.same(await full, ['now']);
  await jobs.stop();
  t.same(await waiting(database), ['tomorrow']);
});

t.test('work under way when the process stops is told so, and is done by the next process', async (t) => {
  const database = await testDatabase(t);
  const first = await jobsOn(t, database);
  await put(database, first.jobs, 'half done');
  await new Promise<void>((started) => {
    void first.jobs.work(LETTERS, {
      work: (_payload, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
          started();
        }),
    });
  });
  await first.jobs.stop();
  const second = await jobsOn(t, database);
  const { full, take } = inbox(1);
  await second.jobs.work(LETTERS, { work: async ({ text }) => take(text) });
  t.same(await full, ['half done']);
});

t.test('a backup holds no jobs, and what it is restored into has a queue again', async (t) => {
  const database = await testDatabase(t);
  const { jobs } = await jobsOn(t, database, false);
  await put(database, jobs, 'a link that works once');
  const backup = await copyOut(database.db, async ({ migrations, tables, sequences, lines }) => {
    const rows = new Map<string, string[]>();
    for (const { name } of tables) rows.set(name, (await Array.fromAsync(lines(name))).join('').split('\n'));
    return { migrations, tables, sequences, rows };
  });
  t.notMatch(JSON.stringify([...backup.rows]), 'a link that works once');

  const restored = await testDatabase(t);
  const { jobs: worker } = await jobsOn(t, restored);
  await copyIn(restored.db, backup, async (fill) => {
    for (const { name } of backup.tables) {
      const lines = backup.rows.get(name)?.filter((line) => line !== '') ?? [];
      await fill(
        name,
        (async function* () {
          yield* lines;
        })(),
      );
    }
  });
  t.same(await migrate(restored.db), []);
  t.same(await waiting(restored), [], 'what waited is not done twice');
  const { full, take } = inbox(1);
  await worker.work(LETTERS, { work: async ({ text }) => take(text) });
  await put(restored, worker, 'new');
  t.same(await full, ['new']);
});
