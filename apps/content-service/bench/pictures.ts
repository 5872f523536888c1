import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { migrate, openDatabase } from '@warta/database';
import { encodePicture, storePicture } from '@warta/media';
import { sharpAlone } from '@warta/media/testing';
import { openMinistry } from '../src/open-ministry.ts';
import { median, type Row } from './report.ts';

const actor = { name: 'bench', source: 'bench' };
const ROUNDS = 15;
const UPLOADS = 300;

/**
 * What all renditions of a 12-megapixel photo take here, against the library alone; and the memory of this process
 * before, during and after many uploads in a row.
 */
export async function benchPictures(uploads = UPLOADS): Promise<Row[]> {
  const place = await mkdtemp(join(tmpdir(), 'warta-pictures-'));
  try {
    const rows = await inARow(place, uploads);
    return [...(await againstSharp(place)), ...rows];
  } finally {
    await rm(place, { recursive: true });
  }
}

async function againstSharp(place: string): Promise<Row[]> {
  const { ours, alone } = await photoTimes(place, ROUNDS);
  const ratio = median(ours) / median(alone);
  const row = (what: string, values: number[]) => ({ what, seconds: Number(median(values).toFixed(2)) });
  return [
    row('12 megapixels, sharp alone', alone),
    { ...row('12 megapixels, stored', ours), ratio: Number(ratio.toFixed(2)) },
  ];
}

/** Seconds for all renditions of a photo, in turns, so that both get the machine's good and bad moments. */
export async function photoTimes(place: string, rounds: number) {
  const source = join(place, 'photo.jpg');
  const folder = join(place, 'made');
  await mkdir(folder);
  await takePhoto(source, 4000, 3000);
  const times = { ours: [] as number[], alone: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const alone = await seconds(() => sharpAlone(source));
    const ours = await seconds(() => encodePicture(source, folder));
    if (round === 0) continue; // the first one starts the process
    times.alone.push(alone);
    times.ours.push(ours);
  }
  return times;
}

async function inARow(place: string, uploads: number): Promise<Row[]> {
  const database = await openDatabase({ dataDir: place, databaseUrl: process.env.BENCH_DATABASE_URL });
  await migrate(database.db);
  const ministry = await openMinistry(database, actor);
  const upload = { mediaDir: join(place, 'media'), site: ministry.id, alt: {} };
  const source = join(place, 'upload.jpg');
  await takePhoto(source, 1000, 750);
  const bytes = await readFile(source);
  const add = async (n: number) => {
    await writeFile(source, Buffer.concat([bytes, Buffer.from(`${n}`)])); // behind its end: another file
    await storePicture(database.db, actor, { ...upload, source });
  };
  for (let n = 1; n <= 10; n += 1) await add(n);
  const before = await settled();
  let most = 0;
  for (let n = 11; n <= 10 + uploads; n += 1) {
    await add(n);
    most = Math.max(most, await residentMb());
  }
  const after = await settled();
  await database.close();
  return [
    { what: 'memory before', megabytes: before },
    { what: `at most in ${uploads} uploads`, megabytes: most },
    { what: 'memory after', megabytes: after },
  ];
}

const run = promisify(execFile);
async function takePhoto(file: string, width: number, height: number): Promise<void> {
  await run(process.execPath, [join(import.meta.dirname, 'take-photo.ts'), file, `${width}`, `${height}`]);
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

async function settled(): Promise<number> {
  globalThis.gc?.();
  await setTimeout(1000);
  return residentMb();
}

/** Linux alone says what a process holds now without asking its allocator. */
async function residentMb(): Promise<number> {
  const pages = (await readFile('/proc/self/statm', 'utf8')).split(' ')[1];
  return Math.round((Number(pages) * 4096) / 1e6);
}
