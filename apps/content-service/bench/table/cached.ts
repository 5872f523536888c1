import { againstBare, type Effort } from './against-bare.ts';
import { captureAs, headerOf, READER } from './capture.ts';
import type { Line, Reach } from './line.ts';
import type { Served } from './served.ts';
import { drawnByZipf } from './zipf.ts';

const REACH: Reach = { ratio: { atLeast: 0.9 }, cpuRatio: { atMost: 1.15 } };
const DRAWN = 19_200;

/** Pages that are ready: one of each kind again and again, and all there are as readers ask for them. */
export async function* measureCached(served: Served, effort: Effort): AsyncGenerator<Line> {
  const [home = '', post = ''] = [served.homes[0], served.posts[0]];
  for (const [row, paths] of Object.entries({
    'cached home': [home],
    'cached post': [post],
    'cached feed': [`${home}feed.xml`],
    [`cached, Zipf over ${served.sites} × ${served.each}`]: readersOf(served),
  }))
    yield againstBare(served, { row, paths, reach: REACH }, effort);
}

/** A home that the reader has already. */
export async function measureUnchanged(served: Served, effort: Effort): Promise<Line> {
  const [home = ''] = served.homes;
  const etag = headerOf(await captureAs(200, served.origin + home), 'etag') ?? '';
  const asking = { paths: [home], expects: 3 as const, headers: { ...READER, 'if-none-match': etag } };
  return againstBare(
    served,
    { row: '304 for an unchanged home', reach: { ratio: { atLeast: 0.9 } }, ...asking },
    effort,
  );
}

/** The addresses that many readers ask for, one after the other. */
export function readersOf({ homes, posts }: Served): string[] {
  return drawnByZipf([...homes, ...posts], DRAWN);
}
