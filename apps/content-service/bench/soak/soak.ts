import type { Row } from '../report.ts';
import { machine } from '../table/machine.ts';
import { Served } from '../table/served.ts';
import { type Figures, figuresOver } from './figures.ts';
import { type Course, courseOf } from './flatness.ts';
import { SoakDesk } from './soak-desk.ts';
import { SoakReaders } from './soak-readers.ts';

const SITES = 134;
const POSTS = 20;
const MINUTE = 60_000;
/** At least as many figures as a course can be seen in. */
const FIGURES = 10;

/** Of each figure: by how much of itself, or by how much in all, it may grow over the whole time. */
const MOST: Record<keyof Figures, [share: number, inAll: number]> = {
  rssMb: [0.05, 10],
  heapMb: [0.1, 5],
  handles: [0.05, 3],
  loopMs: [0.2, 10],
};

/** Reading and publishing for so long; what the process holds, once a minute, and whether that grows. */
export async function benchSoak(minutes: number): Promise<Row[]> {
  const served = await Served.open(SITES, POSTS);
  const readers = new SoakReaders(served);
  const desk = new SoakDesk(served);
  const rows: (Row & Figures)[] = [];
  const each = Math.min(MINUTE, (minutes * MINUTE) / FIGURES);
  try {
    for (let n = 1; n * each <= minutes * MINUTE; n += 1) {
      const figures = await figuresOver(served, each);
      const { reads, p99Ms } = readers.take();
      rows.push({
        minute: Number(((n * each) / MINUTE).toFixed(1)),
        ...figures,
        reads,
        'kept p99 ms': p99Ms,
      });
      console.error(JSON.stringify(rows.at(-1)));
    }
  } finally {
    await desk.stop();
    await readers.stop();
    await served.close();
  }
  console.log(`${machine()}, ${served.kind}; ${desk.steps} steps of headlines and alerts`);
  const wrong = [...readers.wrong, ...desk.wrong];
  for (const one of wrong.slice(0, 20)) console.error(`wrong: ${one}`);
  const courses = Object.entries(MOST).map(([name, [share, inAll]]) => {
    const course = courseOf(
      rows.map((row) => row[name as keyof Figures]),
      share,
      inAll,
    );
    console.log(`${name}: ${said(course)}`);
    return course;
  });
  if (wrong.length > 0 || courses.some(({ isFlat }) => !isFlat)) process.exitCode = 1;
  console.log(`${wrong.length} answers were not right`);
  return rows;
}

function said({ from, to, growth, isFlat }: Course): string {
  return `${from} after the warm-up, ${to} at the end, ${(growth * 100).toFixed(1)} % by its line: ${isFlat ? 'flat' : 'GROWS'}`;
}
