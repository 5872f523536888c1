import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

/** A database without tables, packed when the project is installed: making one anew takes seconds. */
const PACKED = join(import.meta.dirname, `../dist/blank-${versionOfPglite()}.tar`);

/** Packs a blank database, unless one of this version stands already. */
export async function packBlankDatabase(): Promise<void> {
  if (existsSync(PACKED)) return;
  const pglite = await PGlite.create();
  const dump = Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer());
  await pglite.close();
  await mkdir(dirname(PACKED), { recursive: true });
  const draft = `${PACKED}.${process.pid}`;
  await writeFile(draft, dump);
  await rename(draft, PACKED);
}

/**
 * Puts a blank database into a folder that is not there yet, whole or not at all: a process that is killed
 * meanwhile leaves a folder beside it, which the next one throws away. Does nothing where none is packed.
 */
export async function unpackBlankDatabase(folder: string): Promise<void> {
  if (existsSync(folder) || !existsSync(PACKED)) return;
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  const dump = new Blob([new Uint8Array(await readFile(PACKED))]);
  const pglite = await PGlite.create({ dataDir: draft, loadDataDir: dump });
  await pglite.close();
  await rename(draft, folder);
}

function versionOfPglite(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  return /"version":\s*"([^"]+)"/.exec(readManifest(dirname(entry)))?.[1] ?? 'unknown';
}

function readManifest(folder: string): string {
  const file = join(folder, 'package.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : readManifest(dirname(folder));
}
