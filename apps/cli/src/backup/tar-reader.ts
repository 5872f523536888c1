import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { BackupError } from '@warta/database';
import { extract } from 'tar-stream';
import { CHECKSUMS, type Checksums, readChecksums } from './manifest.ts';

/** A file in a backup; its content must be read before the next file is asked for. */
export interface TarFile {
  name: string;
  content: AsyncIterable<Uint8Array>;
}

/**
 * The files of a backup in their order, without the checksums that stand last: with those it compares the files
 * when it comes to the end.
 * @throws {BackupError} when a file differs, or one is missing or too many; see `asBackupError` for the rest.
 */
export async function* readTar(path: string): AsyncGenerator<TarFile> {
  const tar = extract();
  const reading = pipeline(createReadStream(path), tar);
  reading.catch(() => {}); // whoever iterates is told
  const found: Checksums = {};
  let promised: Checksums | undefined;
  for await (const entry of tar) {
    const { name, type } = entry.header;
    const content = entry as AsyncIterable<unknown> as AsyncIterable<Uint8Array>;
    if (type === 'directory') {
      entry.resume();
      continue;
    }
    if (name === CHECKSUMS) {
      promised = readChecksums(await textOf(content));
      continue;
    }
    const hash = createHash('sha256');
    yield { name, content: hashed(content, hash) };
    found[name] = hash.digest('hex');
  }
  await reading;
  compare(found, promised);
}

/** A whole file as text. */
export async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

/** The lines of a file, ended by line feeds alone: other signs that end lines elsewhere may stand in a text. */
export async function* linesOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const piece of content) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function* hashed(content: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const piece of content) {
    hash.update(piece);
    yield piece;
  }
}

function compare(found: Checksums, promised: Checksums | undefined): void {
  if (!promised) throw damaged('it ends too soon');
  for (const name of new Set(Object.keys(found)).symmetricDifference(new Set(Object.keys(promised)))) {
    throw damaged(name in found ? `there should be no ${name}` : `${name} is missing`);
  }
  for (const [name, sum] of Object.entries(found)) {
    if (sum !== promised[name]) throw damaged(`${name} is not as it was written`);
  }
}

/** What went wrong while a file was read, in one line where it is the file's fault. */
export function asBackupError(error: unknown): unknown {
  const { code, message = '', path, syscall } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' && syscall === 'open') return new BackupError(`${path}: there is no such file`);
  if (/^(Unexpected end of data|Invalid tar header)/.test(message))
    return damaged(message.split('.')[0] ?? '');
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return damaged('it holds signs that are no text');
  return error;
}

const damaged = (what: string) => new BackupError(`The backup is damaged: ${what}.`);
