import { access, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupError, copyOut, type Database, type Snapshot } from '@warta/database';
import { startProgress } from '../output/progress.ts';
import { VERSION } from '../version.ts';
import { listFiles } from './list-files.ts';
import { FORMAT, MANIFEST, type Manifest } from './manifest.ts';
import { openTarWriter, type TarWriter } from './tar-writer.ts';

export interface BackupMade {
  rows: number;
  files: number;
}

/**
 * Writes all tables, as they stood at one moment, and all pictures into a tar archive. It comes into being as
 * `file`.partial and gets its name when it is whole.
 * @throws {BackupError} when `file` is there already, or the database is empty.
 */
export async function writeBackup({ db }: Database, mediaDir: string, file: string): Promise<BackupMade> {
  await refuseExisting(file);
  const partial = `${file}.partial`;
  const tar = openTarWriter(partial);
  try {
    const rows = await copyOut(db, (snapshot) => addTables(tar, snapshot));
    const files = await addMedia(tar, mediaDir);
    await tar.finish();
    await refuseExisting(file);
    await rename(partial, file);
    return { rows, files };
  } catch (error) {
    await tar.abandon();
    await rm(partial, { force: true });
    throw error;
  }
}

async function addTables(
  tar: TarWriter,
  { migrations, tables, sequences, lines }: Snapshot,
): Promise<number> {
  const manifest: Manifest = {
    format: FORMAT,
    warta: VERSION,
    madeAt: new Date().toISOString(),
    migrations,
    tables: tables.map(({ name, rows }) => ({ name, rows })),
    sequences,
  };
  await tar.addText(MANIFEST, JSON.stringify(manifest, null, 2));
  const total = tables.reduce((sum, { rows }) => sum + rows, 0);
  const progress = startProgress('Rows', total);
  let done = 0;
  try {
    for (const { name, rows, bytes } of tables) {
      await tar.add(`tables/${name}.jsonl`, bytes, lines(name));
      done += rows;
      progress.set(done);
    }
  } finally {
    progress.stop();
  }
  return total;
}

/** Pictures are written before their rows and never changed, so those that the rows name are all there. */
async function addMedia(tar: TarWriter, mediaDir: string): Promise<number> {
  let added = 0;
  for (const path of await listFiles(mediaDir)) {
    const file = await open(join(mediaDir, path)).catch(unlessGone);
    if (!file) continue;
    try {
      const { size } = await file.stat();
      await tar.add(`media/${path}`, size, file.createReadStream({ autoClose: false }));
      added += 1;
    } finally {
      await file.close();
    }
  }
  return added;
}

function unlessGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

async function refuseExisting(file: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) throw new BackupError(`${file} is there already: take another name.`);
}
