import { writeReport } from '../report.ts';
import type { Effort } from './against-bare.ts';
import { measureCached, measureUnchanged } from './cached.ts';
import { measureFinding } from './finding.ts';
import { measureHeadlines } from './headlines.ts';
import { type Judged, judge, type Line, printed } from './line.ts';
import { isBusy, machine } from './machine.ts';
import { measurePhoto } from './photo.ts';
import { measurePushing } from './pushing.ts';
import { Served } from './served.ts';
import { measureMemory, measureStart } from './standing.ts';
import { measureHomes, measureUncached } from './uncached.ts';

/** How large the network is that is measured, and how long. */
export interface TableSize extends Effort {
  sites: number;
  posts: number;
  /** The most missions that a headline goes to. */
  most: number;
}

interface Bench extends TableSize {
  /** Filled when a part first asks for it, and shared by all. */
  served(): Promise<Served>;
}

/** The parts of the table by name, in the order in which they are measured: what a start would spoil comes before it. */
const PARTS: Record<string, (bench: Bench) => AsyncIterable<Line> | Iterable<Promise<Line>>> = {
  cached: async function* (bench) {
    yield* measureCached(await bench.served(), bench);
  },
  unchanged: async function* (bench) {
    yield measureUnchanged(await bench.served(), bench);
  },
  uncached: async function* (bench) {
    yield* measureUncached(await bench.served());
  },
  homes: async function* (bench) {
    yield measureHomes(await bench.served());
  },
  pushing: async function* (bench) {
    yield measurePushing(await bench.served(), bench);
  },
  memory: async function* (bench) {
    yield measureMemory(await bench.served());
  },
  find: async function* (bench) {
    yield measureFinding(await bench.served());
  },
  start: async function* (bench) {
    yield measureStart(await bench.served());
  },
  photo: () => [measurePhoto()],
  headlines: ({ most }) => measureHeadlines(most),
};

export const PART_NAMES = Object.keys(PARTS);

/** Measures these parts, prints one table and keeps it as JSON; ends with 1 where one could not be measured. */
export async function benchTable(names: readonly string[], size: TableSize): Promise<void> {
  if (isBusy())
    console.error('The machine has other things to do: what is measured now says little, ratios too.');
  let opened: Promise<Served> | undefined;
  const bench: Bench = {
    ...size,
    served() {
      opened ??= Served.open(size.sites, size.posts);
      return opened;
    },
  };
  const judged: Judged[] = [];
  for (const name of PART_NAMES.filter((each) => names.includes(each)))
    for await (const line of measured(name, bench)) {
      console.error(`${line.row}: ${line.verdict}`);
      judged.push(line);
    }
  await (await opened?.catch(() => undefined))?.close();
  console.table(judged.map(printed));
  writeReport(`table${process.env.TEST_DATABASE_URL ? '-postgres' : ''}`, judged);
  if (judged.some(({ verdict }) => verdict === 'failed')) process.exitCode = 1;
}

/** The rows of a part; one that fails ends its part, and is a row that says so. */
async function* measured(name: string, bench: Bench): AsyncGenerator<Judged> {
  try {
    for await (const line of PARTS[name]?.(bench) ?? []) yield judge(line);
  } catch (error) {
    const misses = [error instanceof Error ? error.message : String(error)];
    yield { row: name, note: machine(), verdict: 'failed', figures: {}, misses };
  }
}
