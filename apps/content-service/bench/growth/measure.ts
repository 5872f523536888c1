import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '../report.ts';
import { searchP95 } from '../table/finding.ts';
import { residentMbOf } from '../table/process-use.ts';
import { Served } from '../table/served.ts';
import { startOfService, warm } from '../table/standing.ts';
import { uncached } from '../table/uncached.ts';
import type { GrowthRow, Size } from './row.ts';

const STARTS = 3;
const PUSHES = 3;

/** Fills a network of this size and measures what may grow with it. */
export async function measureGrowth({ sites, posts }: Size): Promise<GrowthRow> {
  const served = await Served.open(sites, posts);
  try {
    const note = served.note();
    await served.stop();
    const starts = await several(STARTS, () => startOfService(served));
    await served.start();
    const startedMb = residentMbOf(served.pid);
    await warm(served);
    const warmMb = residentMbOf(served.pid);
    const { ms, cpuMs } = await uncached(served, served.homes);
    const searching = await searchP95(served);
    await provenMs(served); // the first one fills what is filled once
    const proofs = await several(PUSHES, () => provenMs(served));
    return {
      database: served.kind,
      sites,
      posts,
      at: new Date().toISOString(),
      note,
      startedMb,
      warmMb,
      startMs: Math.round(median(starts)),
      missMs: rounded(median(ms)),
      missCpuMs: rounded(median(cpuMs)),
      provenMs: Math.round(median(proofs)),
      searchP95Ms: rounded(searching),
    };
  } finally {
    await served.close();
  }
}

interface Ledger {
  provenInMs: number | null;
  items: { provenAt: string | null }[];
}

/** From the call of a push to the last mission that was seen to show it, by the ledger. */
async function provenMs(served: Served): Promise<number> {
  const clicked = Date.now();
  const id = await served.push(`Kabar bagi semua, ${clicked}`);
  for (;;) {
    const ledger = await served.call<Ledger>('GET', `/headlines/${id}/deliveries`);
    if (ledger.provenInMs !== null)
      return Math.max(...ledger.items.map(({ provenAt }) => Date.parse(provenAt ?? ''))) - clicked;
    // Asking takes time from the seeing, so the longer it will take the less often it is asked.
    await sleep(Math.max(50, served.sites / 4));
  }
}

async function several(times: number, work: () => Promise<number>): Promise<number[]> {
  const results: number[] = [];
  for (let n = 0; n < times; n += 1) results.push(await work());
  return results;
}

const rounded = (value: number) => Number(value.toFixed(2));
