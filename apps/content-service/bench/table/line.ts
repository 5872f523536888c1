import { median } from '../report.ts';

/** What was measured for one row: a figure for each round, and beside it that of what it is held against. */
export interface Line {
  row: string;
  unit: 'requests/s' | 'ms' | 'MB';
  ours: readonly number[];
  /** What did the same with nothing of ours, in turns with it. */
  yardstick?: readonly number[];
  /** Milliseconds of a processor that the serving process took for a request. */
  cpuMs?: { ours: readonly number[]; yardstick?: readonly number[] };
  reach: Reach;
  /** On what it was measured, and whatever else one has to know of it. */
  note: string;
}

interface Bound {
  atLeast?: number;
  atMost?: number;
}

/** The figures to reach; a ratio is ours by the yardstick's. */
export interface Reach {
  ours?: Bound;
  ratio?: Bound;
  cpuMs?: Bound;
  cpuRatio?: Bound;
}

/** A row of the table, as it is printed and kept. */
export interface Judged extends Partial<Line> {
  row: string;
  note: string;
  verdict: 'reached' | 'misses' | 'failed';
  figures: Partial<Record<keyof Reach | 'yardstick' | 'cpuMsOfYardstick', number>>;
  /** Each figure that is short of what it has to reach. */
  misses: string[];
}

const WORDS: Record<keyof Reach, string> = {
  ours: '',
  ratio: 'ratio ',
  cpuMs: 'CPU ms ',
  cpuRatio: 'CPU ratio ',
};

/** Holds what was measured against what has to be reached. A figure that is missing is a miss. */
export function judge(line: Line): Judged {
  const { ours, yardstick, cpuMs } = line;
  const figures: Judged['figures'] = {
    ours: median(ours),
    ...(yardstick && { yardstick: median(yardstick), ratio: ratioOf(ours, yardstick) }),
    ...(cpuMs && { cpuMs: median(cpuMs.ours) }),
    ...(cpuMs?.yardstick && {
      cpuMsOfYardstick: median(cpuMs.yardstick),
      cpuRatio: ratioOf(cpuMs.ours, cpuMs.yardstick),
    }),
  };
  const misses = reaches(line.reach).flatMap(([name, bound]) =>
    within(figures[name], bound) ? [] : [`${WORDS[name]}${figures[name]} is not ${inWords(bound)}`],
  );
  return { ...line, figures, misses, verdict: misses.length > 0 ? 'misses' : 'reached' };
}

/** What each round's figure was to that of the yardstick beside it: the middle one of these. */
export function ratioOf(ours: readonly number[], yardstick: readonly number[]): number {
  return median(ours.map((value, n) => value / (yardstick[n] ?? Number.NaN)));
}

/** As the table shows it. */
export function printed({ row, unit, figures, reach, verdict, misses, note }: Judged) {
  return {
    row,
    ours: figures.ours === undefined ? '' : `${short(figures.ours)} ${unit}`,
    yardstick: short(figures.yardstick),
    ratio: short(figures.ratio),
    'CPU ms': short(figures.cpuMs),
    'of yardstick': short(figures.cpuMsOfYardstick),
    'CPU ratio': short(figures.cpuRatio),
    reach: reaches(reach ?? {})
      .map(([name, bound]) => WORDS[name] + inWords(bound))
      .join(', '),
    verdict,
    note: [note, ...(verdict === 'failed' ? misses : [])].join('; '),
  };
}

const reaches = (reach: Reach) => Object.entries(reach) as [keyof Reach, Bound][];

function within(value: number | undefined, { atLeast, atMost }: Bound): boolean {
  if (value === undefined || Number.isNaN(value)) return false;
  return value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Number.POSITIVE_INFINITY);
}

function inWords({ atLeast, atMost }: Bound): string {
  return [atLeast !== undefined && `≥ ${atLeast}`, atMost !== undefined && `≤ ${atMost}`]
    .filter(Boolean)
    .join(' ');
}

/** Three digits are as much as two runs agree on. */
function short(value: number | undefined): string {
  if (value === undefined) return '';
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
