import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';
import { CHECKSUMS, type Checksums } from './manifest.ts';

export interface TarWriter {
  /** Adds a file of exactly `size` bytes. */
  add(name: string, size: number, content: AsyncIterable<string | Uint8Array>): Promise<void>;
  addText(name: string, text: string): Promise<void>;
  /** Adds the checksums of all files, and ends the archive when it is on the disk. */
  finish(): Promise<void>;
  /** Gives up; what was written is left where it is. */
  abandon(): Promise<void>;
}

/** Writes a tar archive, readable by its owner alone, replacing what is at `path`. */
export function openTarWriter(path: string): TarWriter {
  const tar = pack();
  const written = pipeline(tar, createWriteStream(path, { mode: 0o600, flush: true }));
  written.catch(() => {}); // it is told to whoever adds, finishes or abandons
  const checksums: Checksums = {};

  async function add(name: string, size: number, content: AsyncIterable<string | Uint8Array>) {
    const hash = createHash('sha256');
    const entry = tar.entry({ name, size, mode: 0o600 });
    await Promise.race([
      pipeline(Readable.from(hashed(content, hash), { objectMode: false }), entry),
      written,
    ]);
    checksums[name] = hash.digest('hex');
  }

  const addText = (name: string, text: string) =>
    add(name, Buffer.byteLength(text), Readable.from([text], { objectMode: false }));

  return {
    add,
    addText,
    async finish() {
      await addText(CHECKSUMS, JSON.stringify(checksums, null, 2));
      tar.finalize();
      await written;
    },
    async abandon() {
      tar.destroy();
      await written.catch(() => {});
    },
  };
}

async function* hashed(content: AsyncIterable<string | Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const piece of content) {
    hash.update(piece);
    yield piece;
  }
}
