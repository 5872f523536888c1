import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '@tus/file-store';

const DAY_MS = 86_400_000;

/** What has become of a file that was sent in pieces, for a browser that did not hear the last answer. */
export interface Arrival {
  size: number;
  media: string;
  /** Whose it is: nobody else may ask. */
  owner: string;
}

/**
 * Files that are being sent in pieces, below `mediaDir`: a folder that all nodes share, since the next piece may
 * come to another one.
 */
export class HalfSent {
  readonly #folder: string;
  #store: Promise<FileStore> | undefined;

  constructor(mediaDir: string) {
    this.#folder = folderIn(mediaDir);
  }

  /** Loaded with the first upload: a start has no use for it. */
  store(): Promise<FileStore> {
    this.#store ??= import('@tus/file-store').then(
      ({ FileStore: Store }) => new Store({ directory: this.#folder }),
    );
    return this.#store;
  }

  path(id: string): string {
    return join(this.#folder, id);
  }

  async arrival(id: string): Promise<Arrival | undefined> {
    return readFile(`${this.path(id)}.kept`, 'utf8').then(
      (text) => JSON.parse(text) as Arrival,
      () => undefined,
    );
  }

  /** The bytes go; what they have become can be asked for a day. */
  async arrived(id: string, arrival: Arrival): Promise<void> {
    await writeFile(`${this.path(id)}.kept`, JSON.stringify(arrival));
    await (await this.store()).remove(id);
  }
}

/** Removes what nobody has gone on sending for a day. */
export async function sweepHalfSent(mediaDir: string, now = Date.now()): Promise<void> {
  const folder = folderIn(mediaDir);
  const files = await readdir(folder).catch(() => []);
  const newest = new Map<string, number>();
  for (const file of files) {
    const { mtimeMs } = await stat(join(folder, file)).catch(() => ({ mtimeMs: now }));
    newest.set(idOf(file), Math.max(newest.get(idOf(file)) ?? 0, mtimeMs));
  }
  for (const file of files) {
    if (now - (newest.get(idOf(file)) ?? now) > DAY_MS) await rm(join(folder, file), { force: true });
  }
}

const folderIn = (mediaDir: string) => join(mediaDir, '.uploads');
const idOf = (file: string) => file.replace(/\.(json|kept)$/, '');
