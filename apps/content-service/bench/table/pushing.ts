import { setInterval } from 'node:timers/promises';
import { percentile } from '../report.ts';
import type { Effort } from './against-bare.ts';
import { readersOf } from './cached.ts';
import type { Line } from './line.ts';
import { load } from './load.ts';
import type { Served } from './served.ts';

const EACH_MS = 1000;

/** How long readers of all pages wait while a headline goes to every mission once a second, and while none does. */
export async function measurePushing(served: Served, { seconds, rounds }: Effort): Promise<Line> {
  const note = served.note();
  const asking = { paths: readersOf(served), seconds: Math.max(3, seconds) };
  const p99 = async () => percentile((await load(served, asking)).waits, 0.99);
  const ours: number[] = [];
  const yardstick: number[] = [];
  await load(served, asking);
  for (let round = 0; round < rounds; round += 1) {
    yardstick.push(await p99());
    ours.push(await whilePushing(served, p99));
  }
  return {
    row: 'p99 while pushing once a second',
    unit: 'ms',
    ours,
    yardstick,
    reach: { ratio: { atMost: 3 } },
    note,
  };
}

async function whilePushing(served: Served, work: () => Promise<number>): Promise<number> {
  const over = new AbortController();
  const pushing = pushAgainAndAgain(served, over.signal);
  try {
    return await work();
  } finally {
    over.abort();
    await pushing;
  }
}

async function pushAgainAndAgain(served: Served, signal: AbortSignal): Promise<void> {
  await served.push(`Kabar, ${Date.now()}`);
  try {
    for await (const _ of setInterval(EACH_MS, undefined, { signal }))
      await served.push(`Kabar, ${Date.now()}`);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
