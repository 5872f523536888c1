import { existsSync } from 'node:fs';
import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupError, copyOut, migrate, openDatabase } from '@warta/database';
import { testDatabase } from '@warta/database/testing';
import { sql } from 'kysely';
import t, { type Test } from 'tap';
import { listFiles } from '../src/backup/list-files.ts';
import type { Manifest } from '../src/backup/manifest.ts';
import { readBackup } from '../src/backup/read-backup.ts';
import { readTar, textOf } from '../src/backup/tar-reader.ts';
import { openTarWriter } from '../src/backup/tar-writer.ts';
import { writeBackup } from '../src/backup/write-backup.ts';
import { dumpTables } from './support/dump-tables.ts';
import { fillSample, openSites, writeMedia } from './support/sample-network.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const folder = await temporaryFolder(t);
const media = join(folder, 'source', 'media');
const backup = join(folder, 'backup.tar');
const source = await openDatabase({ dataDir: join(folder, 'source') });
t.teardown(() => source.close());
await migrate(source.db);
await fillSample(source);
await writeMedia(media);
const original = await dumpTables(source);
await writeBackup(source, media, backup);

t.test('a backup restored is the original, row by row and file by file', async (t) => {
  const target = await testDatabase(t);
  const place = join(await temporaryFolder(t), 'media');
  await readBackup(target, place, backup);
  const restored = await dumpTables(target);
  for (const [table, rows] of Object.entries(original)) t.same(restored[table], rows, table);
  const empty = Object.entries(original).filter(([, rows]) => rows.length === 0);
  t.same(
    empty.map(([table]) => table),
    [],
    'there was something in every table',
  );
  t.same(await listFiles(place), ['ab/1/480.jpg', 'ab/1/480.webp'], 'what was half written is left out');
  t.equal(await readFile(join(place, 'ab/1/480.webp'), 'utf8'), 'taken by a camera');

  t.test('and goes on from there to a database of the other kind', async (t) => {
    const dataDir = await temporaryFolder(t);
    const onward = join(dataDir, 'onward.tar');
    await writeBackup(target, place, onward);
    const fresh = await openDatabase({ dataDir });
    t.teardown(() => fresh.close());
    await readBackup(fresh, join(dataDir, 'media'), onward);
    t.same(await dumpTables(fresh), original);
  });

  t.test('what may never be changed is guarded there as well', async (t) => {
    await t.rejects(sql`delete from audit`.execute(target.db), /append-only/);
    await t.rejects(sql`update revision set title = 'x'`.execute(target.db), /append-only/);
  });
});

t.test('tables that refer to themselves and to each other are restored', async (t) => {
  const target = await testDatabase(t);
  const there = await openDatabase({ dataDir: await temporaryFolder(t) });
  t.teardown(() => there.close());
  await migrate(there.db);
  for (const { db } of [there, target]) await sql.raw(TANGLED).execute(db);
  await sql`
    insert into twig (id, parent, leaf) values (1, 2, null), (2, null, null);
    insert into leaf (id, twig) values (7, 1);
    update twig set leaf = 7 where id = 2`.execute(there.db);
  const file = join(await temporaryFolder(t), 'tangled.tar');
  await writeBackup(there, media, file);
  await readBackup(target, join(await temporaryFolder(t), 'media'), file);
  t.same(await dumpTables(target), await dumpTables(there));
  await t.rejects(sql`insert into leaf (id, twig) values (8, 99)`.execute(target.db), /foreign key/);
});

const TANGLED = `
  create table twig (id int primary key, parent int references twig, leaf int, twice int generated always as (id * 2) stored);
  create table leaf (id int primary key, twig int references twig);
  alter table twig add foreign key (leaf) references leaf`;

// The embedded database has one connection: nobody else can write while it is read.
const onlyPostgres = process.env.TEST_DATABASE_URL ? false : 'needs TEST_DATABASE_URL';
t.test('what is written while a backup is made is not in it by halves', { skip: onlyPostgres }, async (t) => {
  const running = await testDatabase(t);
  await fillSample(running);
  const { promised, found } = await copyOut(running.db, async ({ tables, lines }) => {
    await sql`update generation set n = n + 1`.execute(running.db);
    await sql`insert into change (n, tags) select n, '{all}' from generation`.execute(running.db);
    let found = 0;
    for await (const piece of lines('change')) found += piece.split('\n').length - 1;
    return { promised: tables.find(({ name }) => name === 'change')?.rows, found };
  });
  t.equal(found, promised);
  t.equal((await dumpTables(running)).change?.length, found + 1);
});

t.test('an older backup goes through the migrations that came later', async (t) => {
  const dataDir = await temporaryFolder(t);
  const file = join(dataDir, 'older.tar');
  const tar = openTarWriter(file);
  for await (const { name, content } of readTar(backup)) {
    const text = await textOf(content);
    if (name === 'manifest.json') await tar.addText(name, asOf('2026-11-21-03-sites', text));
    else if (FIRST_TABLES.some((table) => name === `tables/${table}.jsonl`)) await tar.addText(name, text);
  }
  await tar.finish();
  const fresh = await openDatabase({ dataDir });
  t.teardown(() => fresh.close());
  await readBackup(fresh, join(dataDir, 'media'), file);
  const restored = await dumpTables(fresh);
  for (const table of FIRST_TABLES) t.same(restored[table], (original[table] ?? []).map(withoutLater), table);
  t.same(Object.keys(restored), Object.keys(original));
});

const FIRST_TABLES = [
  'generation',
  'change',
  'node',
  'audit',
  'idempotency_key',
  'token',
  'site',
  'site_country',
];

/** Whoever acted had no account then, and every change took something back. */
const withoutLater = (row: string) =>
  row.replace(/"person":"[^"]+"/, '"person":null').replace('"soft":true', '"soft":false');

function asOf(last: string, manifest: string): string {
  const { migrations, tables, ...rest } = JSON.parse(manifest) as Manifest;
  return JSON.stringify({
    ...rest,
    sequences: [],
    migrations: migrations.filter((name) => name <= last),
    tables: tables.filter(({ name }) => FIRST_TABLES.includes(name)),
  });
}

t.test('a backup never takes the place of a file', async (t) => {
  const before = await stat(backup);
  await t.rejects(writeBackup(source, media, backup), /is there already: take another name/);
  t.equal((await stat(backup)).mtimeMs, before.mtimeMs);
  t.equal(existsSync(`${backup}.partial`), false);
});

t.test('a backup is for its owner alone', async (t) => {
  t.equal((await stat(backup)).mode & 0o777, 0o600);
});

t.test('what cannot be restored is refused in one line, and nothing is left behind', async (t) => {
  const target = await testDatabase(t);
  const dir = await temporaryFolder(t);
  const empty = await dumpTables(target);
  const refused = async (t: Test, file: string, line: RegExp) => {
    const error = await readBackup(target, join(dir, 'media'), file).catch((reason) => reason);
    t.ok(error instanceof BackupError, String(error));
    t.match(error.message, line);
    t.notMatch(error.message, '\n');
    t.same(await dumpTables(target), empty);
    t.same(await readdir(dir), []);
  };

  t.test('a file that ends too soon', async (t) => {
    const file = join(await temporaryFolder(t), 'short.tar');
    await writeFile(file, await readFile(backup));
    await truncate(file, Math.floor((await stat(file)).size / 2));
    await refused(t, file, /^The backup is damaged: /);
  });
  t.test('a file with a row less than it promises', async (t) => {
    const file = await rewritten(t, 'tables/site.jsonl', (text) => text.slice(text.indexOf('\n') + 1));
    await refused(t, file, /^The backup is damaged: the table site has 2 rows, not 3\.$/);
  });
  t.test('a file with a sign changed', async (t) => {
    const file = join(await temporaryFolder(t), 'changed.tar');
    const bytes = await readFile(backup);
    bytes[bytes.indexOf('taken by a camera')] = 0x50;
    await writeFile(file, bytes);
    await refused(t, file, /^The backup is damaged: media\/ab\/1\/480.webp is not as it was written\.$/);
  });
  t.test('rows that break the rules of their table', async (t) => {
    const file = await rewritten(t, 'tables/site.jsonl', (text) => text.replace('"JP"', '"Japan"'));
    await refused(t, file, /^The backup is damaged: the table site cannot be filled/);
  });
  t.test('a file with something that leads out of its folder', async (t) => {
    const file = await rewritten(t, 'media/ab/1/480.jpg', (text) => text, 'media/../../escaped');
    await refused(t, file, /^The backup is damaged: there should be no media/);
  });
  t.test('a backup with migrations that nobody here knows', async (t) => {
    const file = await rewritten(t, 'manifest.json', (text) =>
      text.replace('"migrations": [', '"migrations": ["2999-01-01-01-later", '),
    );
    await refused(t, file, /^The backup was made by a newer version of Warta \(it has 2999-01-01-01-later\)/);
  });
  t.test('a backup of another format', async (t) => {
    const file = await rewritten(t, 'manifest.json', (text) => text.replace('"format": 1', '"format": 2'));
    await refused(t, file, /^The backup has format 2; this version of Warta reads format 1\.$/);
  });
  t.test('a file that is no backup, and one that is not there', async (t) => {
    const file = join(await temporaryFolder(t), 'letter.tar');
    await writeFile(file, 'Dear Sir or Madam');
    await refused(t, file, /^The backup is damaged: |is no backup of Warta/);
    await refused(t, `${file}.gone`, /there is no such file/);
  });
  t.test('an older backup, where the tables are newer', async (t) => {
    const file = await rewritten(t, 'manifest.json', (text) => text.replace(/,\s*"[\w-]+-sync"/, ''));
    await refused(t, file, /^The database is newer than the backup/);
  });
});

t.test('a database with sites is not touched', async (t) => {
  const target = await testDatabase(t);
  await openSites(target);
  const before = await dumpTables(target);
  const dir = await temporaryFolder(t);
  await t.rejects(readBackup(target, join(dir, 'media'), backup), /^The database has sites already/);
  t.same(await dumpTables(target), before);
});

t.test('a folder with pictures is not touched', async (t) => {
  const target = await testDatabase(t);
  await t.rejects(readBackup(target, media, backup), /is not empty: move it away/);
  t.equal(await readFile(join(media, 'ab/1/480.webp'), 'utf8'), 'taken by a camera');
});

/** The backup with one file changed, its checksums set right again. */
async function rewritten(t: Test, which: string, change: (text: string) => string, rename = which) {
  const file = join(await temporaryFolder(t), 'rewritten.tar');
  const tar = openTarWriter(file);
  for await (const { name, content } of readTar(backup)) {
    const text = await textOf(content);
    await tar.addText(name === which ? rename : name, name === which ? change(text) : text);
  }
  await tar.finish();
  return file;
}
