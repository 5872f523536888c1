import { percentile } from '../report.ts';
import { QUERIES } from '../search.ts';
import type { Line } from './line.ts';
import type { Served } from './served.ts';
import { timed } from './uncached.ts';

const RUNS = 20;

/** Searches of all kinds over all posts. */
export async function measureFinding(served: Served): Promise<Line> {
  const note = served.note();
  const posts = (served.sites * served.each).toLocaleString('en');
  return {
    row: `search p95, ${posts} posts`,
    unit: 'ms',
    ours: [await searchP95(served)],
    reach: { ours: { atMost: 50 } },
    note,
  };
}

/** Milliseconds from the request to the last byte that nineteen of twenty searches do not exceed. */
export async function searchP95(served: Served): Promise<number> {
  const times: number[] = [];
  for (const path of Object.values(QUERIES)) {
    const search = async (n: number) => (await timed(served.origin + path(n % served.sites))).took;
    await search(RUNS); // a statement's first use plans it
    for (let n = 0; n < RUNS; n += 1) times.push(await search(n));
  }
  return percentile(times, 0.95);
}
