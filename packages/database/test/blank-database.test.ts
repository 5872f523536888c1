import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import t from 'tap';
import { packBlankDatabase } from '../src/blank-database.ts';
import { openEmbedded } from '../src/open-embedded.ts';

t.test('what a killed first start left half unpacked is thrown away by the next', async (t) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'warta-'));
  t.teardown(() => rm(dataDir, { recursive: true, force: true }));
  await packBlankDatabase();
  await mkdir(join(dataDir, 'database.new'));
  await writeFile(join(dataDir, 'database.new/PG_VERSION'), '18\n');
  const first = await openEmbedded(dataDir);
  await sql`create table kept (n integer)`.execute(first.db);
  await sql`insert into kept values (1)`.execute(first.db);
  await first.close();
  t.equal(existsSync(join(dataDir, 'database.new')), false);

  const second = await openEmbedded(dataDir);
  const { rows } = await sql<{ n: number }>`select n from kept`.execute(second.db);
  await second.close();
  t.same(rows, [{ n: 1 }], 'a database that is there is never unpacked over');
});
