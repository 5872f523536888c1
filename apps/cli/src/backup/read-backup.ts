import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BackupError, copyIn, type Database, type Fill } from '@warta/database';
import { startProgress } from '../output/progress.ts';
import { MANIFEST, type Manifest, readManifest } from './manifest.ts';
import { asBackupError, linesOf, readTar, type TarFile, textOf } from './tar-reader.ts';

/**
 * Puts a backup into an empty database and an empty media folder: all of it or, where something is wrong, nothing.
 * @throws {BackupError} when the database or the folder is in use, or the backup is damaged or too new.
 */
export async function readBackup(database: Database, mediaDir: string, file: string): Promise<Manifest> {
  await refuseMediaInUse(mediaDir);
  const files = readTar(file);
  const partial = `${mediaDir}.partial`;
  let isInPlace = false;
  try {
    const manifest = await takeManifest(file, files);
    await rm(partial, { recursive: true, force: true });
    await copyIn(database.db, manifest, async (fill) => {
      await take(files, manifest, fill, partial);
      await mkdir(partial, { recursive: true });
      await rm(mediaDir, { recursive: true, force: true });
      await rename(partial, mediaDir);
      isInPlace = true;
    });
    return manifest;
  } catch (error) {
    await rm(isInPlace ? mediaDir : partial, { recursive: true, force: true });
    throw asBackupError(error);
  } finally {
    await files.return(undefined);
  }
}

async function takeManifest(file: string, files: AsyncGenerator<TarFile>): Promise<Manifest> {
  const first = await files.next();
  if (!first.done && first.value.name === MANIFEST) return readManifest(await textOf(first.value.content));
  throw new BackupError(`${file} is no backup of Warta: it does not begin with ${MANIFEST}.`);
}

async function take(
  files: AsyncGenerator<TarFile>,
  { tables }: Manifest,
  fill: Fill,
  partial: string,
): Promise<void> {
  const progress = startProgress(
    'Rows',
    tables.reduce((sum, { rows }) => sum + rows, 0),
  );
  let done = 0;
  try {
    for await (const { name, content } of files) {
      const table = /^tables\/(.+)\.jsonl$/.exec(name)?.[1];
      if (table === undefined) await writeMedia(partial, name, content);
      else {
        await fill(table, linesOf(content));
        done += tables.find((one) => one.name === table)?.rows ?? 0;
        progress.set(done);
      }
    }
  } finally {
    progress.stop();
  }
}

/** A name must not lead out of the folder. */
async function writeMedia(partial: string, name: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const path = /^media\/(.+)$/.exec(name)?.[1];
  if (path === undefined || normalize(path) !== path || path.startsWith('..')) {
    throw new BackupError(`The backup is damaged: there should be no ${name}.`);
  }
  const place = join(partial, path);
  await mkdir(dirname(place), { recursive: true });
  await pipeline(content, createWriteStream(place));
}

async function refuseMediaInUse(mediaDir: string): Promise<void> {
  const entries = await readdir(mediaDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (entries.every((entry) => entry === '.drafts')) return;
  throw new BackupError(`${mediaDir} is not empty: move it away, or set DATA_DIR to another folder.`);
}
