import t from 'tap';
import { growthChart } from '../bench/growth/chart.ts';
import { type GrowthRow, readSizes, withRow } from '../bench/growth/row.ts';
import { courseOf } from '../bench/soak/flatness.ts';
import { headerOf } from '../bench/table/capture.ts';
import { linesOf } from '../bench/table/headlines.ts';
import { judge, printed } from '../bench/table/line.ts';
import { partsOf } from '../bench/table/load.ts';
import { cpuMsIn } from '../bench/table/process-use.ts';
import { drawnByZipf } from '../bench/table/zipf.ts';

const line = { row: 'cached home', unit: 'requests/s' as const, note: 'a machine' };

t.test('a row is held against the yardstick of the same round, in requests and in processor', async (t) => {
  const judged = judge({
    ...line,
    ours: [90, 45, 95], // the machine was slower in the second round, for both
    yardstick: [100, 50, 100],
    cpuMs: { ours: [0.2, 0.4, 0.2], yardstick: [0.2, 0.4, 0.1] },
    reach: { ratio: { atLeast: 0.9 }, cpuRatio: { atMost: 1.15 } },
  });
  t.match(judged.figures, { ours: 90, yardstick: 100, ratio: 0.9, cpuRatio: 1 });
  t.equal(judged.verdict, 'reached');
  t.match(printed(judged), { ratio: '0.9', reach: 'ratio ≥ 0.9, CPU ratio ≤ 1.15', note: 'a machine' });
});

t.test('what falls short, and what could not be measured, is a miss and says so', async (t) => {
  const slow = judge({ ...line, ours: [80], yardstick: [100], reach: { ratio: { atLeast: 0.9 } } });
  t.match(slow, { verdict: 'misses', misses: ['ratio 0.8 is not ≥ 0.9'] });
  const empty = judge({ ...line, ours: [], reach: { ours: { atMost: 300 } } });
  t.equal(empty.verdict, 'misses');
  const failed = {
    row: 'find',
    note: 'a machine',
    figures: {},
    verdict: 'failed',
    misses: ['a 404'],
  } as const;
  t.match(printed({ ...failed, misses: [...failed.misses] }), {
    ours: '',
    verdict: 'failed',
    note: 'a machine; a 404',
  });
});

t.test('a step of a headline is two rows: the call and the proof', async (t) => {
  const row = {
    what: 'push',
    sites: 1000,
    nodes: 2,
    runs: 5,
    'call ms': 40,
    'bare insert ms': 20,
    'proven p50 ms': 900,
    'proven p99 ms': 2100,
  };
  const [call, proof] = [...linesOf(row, 2000, 'a machine')].map(judge);
  t.match(call, { row: 'push, 1,000: call', verdict: 'reached', figures: { ratio: 2 } });
  t.match(proof, { row: 'push, 1,000: proven, p99', verdict: 'misses', figures: { ours: 2100 } });
});

t.test('readers ask most for few pages, the same at every run, and each connection for a part', async (t) => {
  const pages = Array.from({ length: 100 }, (_, n) => `/${n}`);
  const drawn = drawnByZipf(pages, 5000);
  const often = Object.values(Object.groupBy(drawn, (page) => page))
    .map((some) => some?.length ?? 0)
    .sort((a, b) => b - a);
  t.ok((often[0] ?? 0) > 5000 / 8 && (often[0] ?? 0) < 5000 / 4, `the first: ${often[0]} of 5000`);
  t.ok(often.length > 80, 'and hardly a page is never asked for');
  t.same(drawnByZipf(pages, 5000), drawn);
  t.same(partsOf(['/a', '/b', '/c'], 2), [['/a', '/c'], ['/b']]);
  t.same(partsOf(['/a'], 32), [['/a']]);
});

t.test('what the system says of a process and what a server sends is read as it stands', async (t) => {
  const fields = 'S 1 1 1 0 -1 4194560 1 0 0 0 250 30 0 0 20 0 11 0 1';
  t.equal(cpuMsIn(`4242 (node (a b)) ${fields}`), 2800);
  const answer = { status: 200, headers: ['ETag', 'W/"1"', 'etag-like', 'no'], body: Buffer.alloc(0) };
  t.equal(headerOf(answer, 'etag'), 'W/"1"');
  t.equal(headerOf(answer, 'no'), undefined);
});

t.test(
  'sizes are read as they are named, and none is begun that the embedded database is not for',
  async (t) => {
    t.same(readSizes(['134x20', '10000x200'], 'postgres'), [
      { sites: 134, posts: 20 },
      { sites: 10_000, posts: 200 },
    ]);
    t.ok(readSizes([], 'postgres').every(({ sites, posts }) => sites * posts <= 200_000));
    t.throws(() => readSizes(['10000x200'], 'embedded'), { message: /10000x200 .*PostgreSQL/ });
    for (const name of ['large', '0x20', '134', '134x'])
      t.throws(() => readSizes([name], 'postgres'), { message: `${name} is not a size such as 134x20` });
  },
);

t.test('a size measured again takes the place of its earlier row, and all of them are drawn', async (t) => {
  const row = (sites: number, startMs: number, database: GrowthRow['database'] = 'embedded') =>
    ({ database, sites, posts: 20, startMs, warmMb: 1, missMs: 1, missCpuMs: 1, provenMs: 1 }) as GrowthRow;
  let rows: GrowthRow[] = [];
  for (const each of [row(1000, 3), row(134, 1), row(134, 9, 'postgres'), row(134, 2)])
    rows = withRow(rows, each);
  t.same(
    rows.map(({ database, sites, startMs }) => [database, sites, startMs]),
    [
      ['embedded', 134, 2],
      ['embedded', 1000, 3],
      ['postgres', 134, 9],
    ],
  );
  const drawn = await growthChart(rows);
  t.match(drawn, /^<svg/);
  for (const words of [
    'Start to first answer',
    '20 posts each, PostgreSQL',
    '20 posts each, embedded',
    '1,000',
  ])
    t.ok(drawn.includes(words), words);
});

t.test('what rises while all is cold is not held against a process, and what rises on is', async (t) => {
  const cold = [100, 200, 300];
  t.match(courseOf([...cold, 301, 299, 300, 302, 300, 299, 301], 0.05), { isFlat: true });
  t.match(courseOf([...cold, 300, 290, 280, 270, 260, 250, 240], 0.05), { isFlat: true });
  const rising = courseOf([...cold, 300, 310, 320, 330, 340, 350, 360], 0.05);
  t.match(rising, { from: 300, to: 360, isFlat: false });
  t.equal(rising.growth.toFixed(2), '0.18');
  t.ok(
    courseOf([0, 0, 0, 20, 20, 21, 20, 21, 21, 22], 0.05, 3).isFlat,
    'a little of what there is little of',
  );
  t.throws(() => courseOf([1, 2, 3, 4], 0.05), RangeError);
});
