import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openDatabase } from '@warta/database';
import { testDatabase } from '@warta/database/testing';
import { sql } from 'kysely';
import t, { type Test } from 'tap';
import { openJobs } from '../src/index.ts';
import { inbox, LETTERS } from './letters.ts';

/** A database that one process can open after the other. */
async function address(t: Test): Promise<{ databaseUrl?: string; dataDir: string }> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) {
    const dataDir = await mkdtemp(join(tmpdir(), 'warta-'));
    t.teardown(() => rm(dataDir, { recursive: true, force: true }));
    return { dataDir };
  }
  const { db } = await testDatabase(t);
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const url = new URL(server);
  url.pathname = `/${rows[0]?.name}`;
  return { databaseUrl: url.href, dataDir: '' };
}

t.test('a process that is killed loses no job it took over, neither begun nor waiting', async (t) => {
  const where = await address(t);
  const env = { PATH: process.env.PATH, DATABASE_URL: where.databaseUrl ?? '', DATA_DIR: where.dataDir };
  const victim = spawn(process.execPath, [join(import.meta.dirname, 'victim.ts')], { env });
  victim.stderr.pipe(process.stderr);
  for await (const line of createInterface({ input: victim.stdout })) {
    if (line === 'begun') break;
  }
  victim.kill('SIGKILL');
  await once(victim, 'close');

  const database = await openDatabase(where);
  t.teardown(() => database.close());
  const errors: unknown[] = [];
  const jobs = await openJobs(database, {
    queues: [LETTERS],
    works: true,
    onError: (error) => errors.push(error),
    pollSeconds: 0.5,
  });
  t.teardown(() => jobs.stop());
  const { full, take } = inbox(3);
  await jobs.work(LETTERS, { work: async ({ text }) => take(text) });
  t.same((await full).toSorted(), ['one', 'three', 'two'], 'each of them, once');
  t.same(errors, []);
});
