import { startBare } from './bare.ts';
import { atOnce, type Captured, captureAs, decoded, headerOf, READER } from './capture.ts';
import type { Line, Reach } from './line.ts';
import { type Asking, load } from './load.ts';
import { settled } from './process-use.ts';
import type { Served } from './served.ts';

/** How long each server is asked in a round, and how often each has its turn. */
export interface Effort {
  seconds: number;
  rounds: number;
}

const WARM_UP_S = 1;
const AT_ONCE = 4;
/** Of many pages, so many are looked at again at the end. */
const LOOKED_AT_AGAIN = 200;
const MOST_SETTLING_S = 10;

/** The service and a bare server with the same bytes in turns: requests a second, and processor for each. */
export async function againstBare(
  served: Served,
  asking: Omit<Asking, 'seconds'> & { row: string; reach: Reach },
  { seconds, rounds }: Effort,
): Promise<Line> {
  const { row, reach, ...asked } = asking;
  const note = served.note();
  await captureAll(served, asked); // what is asked for is made, and then coded better while nobody asks
  await settled(served.pid, MOST_SETTLING_S);
  const pages = await captureAll(served, asked);
  const bare = await startBare(pages);
  try {
    const ours = { perSecond: [] as number[], cpuMs: [] as number[], busy: [] as number[] };
    const theirs = { perSecond: [] as number[], cpuMs: [] as number[] };
    for (const server of [served, bare]) await load(server, { ...asked, seconds: WARM_UP_S });
    for (let round = 0; round < rounds; round += 1) {
      const own = await load(served, { ...asked, seconds });
      const yardstick = await whileStopped(served.pid, () => load(bare, { ...asked, seconds }));
      ours.perSecond.push(own.perSecond);
      ours.cpuMs.push(own.cpuMs);
      ours.busy.push(own.busy);
      theirs.perSecond.push(yardstick.perSecond);
      theirs.cpuMs.push(yardstick.cpuMs);
    }
    await lookAgain(served.origin, pages, asked);
    await lookAgain(bare.origin, pages, asked);
    return {
      row,
      unit: 'requests/s',
      ours: ours.perSecond,
      yardstick: theirs.perSecond,
      cpuMs: { ours: ours.cpuMs, yardstick: theirs.cpuMs },
      reach,
      note: `${note}; ${bytesOf(pages)}; at work ${Math.round(Math.min(...ours.busy) * 100)} % of the time`,
    };
  } finally {
    await bare.stop();
  }
}

/** What the service answers at each address, coded and kept from here on. */
async function captureAll({ origin }: Served, { paths, expects = 2, headers = READER }: Asked) {
  const distinct = [...new Set(paths)];
  const status = expects === 3 ? 304 : 200;
  const answers = await atOnce(AT_ONCE, distinct, (path) => captureAs(status, origin + path, headers));
  for (const [n, answer] of answers.entries())
    if (status === 200 && headerOf(answer, 'content-encoding') !== 'br')
      throw new Error(`${distinct[n]} was not sent in brotli`);
  return new Map(distinct.map((path, n) => [path, answers[n] as Captured]));
}

/** The work that the service does while nobody asks must not take the machine from its yardstick. */
async function whileStopped<T>(pid: number, work: () => Promise<T>): Promise<T> {
  process.kill(pid, 'SIGSTOP');
  try {
    return await work();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

/** @throws {Error} where an address is answered with another page than before, however it is coded. */
async function lookAgain(origin: string, pages: ReadonlyMap<string, Captured>, { headers = READER }: Asked) {
  const step = Math.ceil(pages.size / LOOKED_AT_AGAIN);
  const some = [...pages].filter((_, n) => n % step === 0);
  await atOnce(AT_ONCE, some, async ([path, before]) => {
    const after = await captureAs(before.status, origin + path, headers);
    if (!decoded(after).equals(decoded(before))) throw new Error(`${path} has another page than before`);
  });
}

type Asked = Omit<Asking, 'seconds'>;

function bytesOf(pages: ReadonlyMap<string, Captured>): string {
  const sizes = [...pages.values()].map(({ body }) => body.length);
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return `${pages.size === 1 ? '' : `${pages.size} pages of `}${Math.round(mean)} bytes`;
}
