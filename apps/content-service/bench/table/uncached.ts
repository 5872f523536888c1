import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '../report.ts';
import { atOnce, captureAs, decoded } from './capture.ts';
import type { Line, Reach } from './line.ts';
import { cpuMsOf } from './process-use.ts';
import type { Served } from './served.ts';

const ROUNDS = 5;
const PAGES = 134;
const SETTLED_MS = 500;

/** Pages that have to be made first. */
export async function* measureUncached(served: Served): AsyncGenerator<Line> {
  yield uncachedLine(served, 'uncached home', served.homes, { cpuMs: { atMost: 2 } });
  yield uncachedLine(served, 'uncached post', served.posts, { cpuMs: { atMost: 1.5 } });
}

async function uncachedLine(served: Served, row: string, paths: readonly string[], reach: Reach) {
  const note = withReach(served, 'on PostgreSQL');
  const { ms, cpuMs } = await uncached(served, paths);
  return { row, unit: 'ms', ours: ms, cpuMs: { ours: cpuMs }, reach, note } satisfies Line;
}

/** Some of these pages one after the other, when nothing of any is kept: what each takes, by the clock and of the processor. */
export async function uncached(served: Served, all: readonly string[]) {
  const step = Math.max(1, Math.floor(all.length / PAGES));
  const paths = all.filter((_, n) => n % step === 0).slice(0, PAGES);
  const figures = { ms: [] as number[], cpuMs: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    await served.forgetPages();
    await sleep(SETTLED_MS); // what the change itself costs is over
    const waits: number[] = [];
    const before = cpuMsOf(served.pid);
    for (const path of paths) waits.push((await timed(served.origin + path)).took);
    if (round === 0) continue; // the first one warms up
    figures.cpuMs.push((cpuMsOf(served.pid) - before) / paths.length);
    figures.ms.push(median(waits));
  }
  return figures;
}

/** After a push has made every home out of date, all of them at once, while the probe asks for them too. */
export async function measureHomes(served: Served): Promise<Line> {
  const note = served.note();
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const title = `Kabar bagi semua ${round}, ${Date.now()}`;
    await served.push(title);
    const begun = performance.now();
    const homes = await atOnce(served.sites, served.homes, (path) => captureAs(200, served.origin + path));
    if (round > 0) times.push(performance.now() - begun);
    const without = homes.filter((home) => !decoded(home).includes(title));
    if (without.length > 0) throw new Error(`${without.length} homes did not show the headline`);
    await sleep(SETTLED_MS * 2); // the probe is done
  }
  return {
    row: `all ${served.sites} homes after a push, cold`,
    unit: 'ms',
    ours: times,
    reach: { ours: { atMost: 200 } },
    note,
  };
}

/** The note of a row whose figure is to be reached on PostgreSQL. */
export function withReach(served: Served, where: string): string {
  return served.kind === 'embedded'
    ? `${served.note()}; to be reached ${where}, this is the embedded database`
    : served.note();
}

/** Milliseconds from the request to the last byte of a right answer. */
export async function timed(url: string) {
  const begun = performance.now();
  const answer = await captureAs(200, url);
  return { took: performance.now() - begun, answer };
}
