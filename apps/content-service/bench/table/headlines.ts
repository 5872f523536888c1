import type { Row } from '../report.ts';
import { measureApart, SIZES } from '../sync-sizes.ts';
import type { Line } from './line.ts';
import { machine } from './machine.ts';

const STEPS = ['push', 'correction', 'recall'];
/** By the number of missions: the seconds within which all of them were seen, and how often it is tried here. */
const SIZES_HERE: Record<number, { seconds: number; runs: number }> = {
  134: { seconds: 1, runs: 20 },
  1000: { seconds: 2, runs: 5 },
  10000: { seconds: 5, runs: 1 },
};

/** Push, correction and recall: what the call took against the bare rows of the ledger, and when all was seen. */
export async function* measureHeadlines(most: number): AsyncGenerator<Line> {
  for (const size of SIZES) {
    const here = SIZES_HERE[size.sites];
    if (!here || size.sites > most) continue;
    const note = machine();
    const rows = await measureApart({ ...size, runs: here.runs });
    for (const row of rows.filter(({ what }) => STEPS.includes(String(what))))
      yield* linesOf(row, here.seconds * 1000, note);
  }
}

/** A step as `sync` reports it, in two rows: writing it down, and the proof. */
export function* linesOf(row: Row, atMost: number, machineNote: string): Generator<Line> {
  const name = `${row.what}, ${Number(row.sites).toLocaleString('en')}`;
  const note = `${machineNote}; ${row.nodes} nodes, ${row.runs} runs`;
  yield {
    row: `${name}: call`,
    unit: 'ms',
    ours: [Number(row['call ms'])],
    yardstick: [Number(row['bare insert ms'])],
    reach: { ratio: { atMost: 3 } },
    note: `${note}; the whole call against the ledger's rows alone`,
  };
  yield {
    row: `${name}: proven, p99`,
    unit: 'ms',
    ours: [Number(row['proven p99 ms'])],
    reach: { ours: { atMost } },
    note: `${note}; p50 ${row['proven p50 ms']} ms`,
  };
}
