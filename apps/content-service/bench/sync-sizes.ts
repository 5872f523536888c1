import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Row } from './report.ts';
import { measureSync, type Size } from './sync.ts';

export const SIZES: readonly Size[] = [
  { sites: 134, posts: 20, runs: 200 },
  { sites: 1000, posts: 5, runs: 10 },
  { sites: 10_000, posts: 2, runs: 3 },
];

/**
 * Measures each size in a process of its own, as an installation has one size: what the smaller networks left in
 * memory would slow the larger ones down.
 */
export async function benchSync(most: number, atMost = Number.POSITIVE_INFINITY): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of SIZES.filter(({ sites }) => sites <= most))
    rows.push(...(await measureApart({ ...size, runs: Math.min(size.runs, atMost) })));
  return rows;
}

/** One size, in a process that ends with it. */
export async function measureApart(size: Size): Promise<Row[]> {
  const child = fork(import.meta.filename, [JSON.stringify(size)]);
  const answer: Promise<unknown[]> = once(child, 'message');
  const ended = once(child, 'exit').then(() => undefined);
  const [rows] = (await Promise.race([answer, ended])) ?? [];
  if (!rows) throw new Error(`measuring ${size.sites} sites ended without figures`);
  await ended;
  return rows as Row[];
}

if (process.argv[1] === import.meta.filename) {
  const rows = await measureSync(JSON.parse(process.argv[2] ?? '') as Size);
  process.send?.(rows, () => process.exit());
}
