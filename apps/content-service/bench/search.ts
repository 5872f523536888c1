import { loadavg } from 'node:os';
import { startNetwork } from './network.ts';
import { percentile, type Row } from './report.ts';
import { fillCorpus, wordOf } from './search-corpus.ts';

const SITES = 134;
const RUNS = 40;

/** Where a search is asked for and what for; `n` makes it another one each time. */
export const QUERIES: Record<string, (n: number) => string> = {
  'a rare word': (n) => `/search?q=${wordOf(9000 + n * 37)}`,
  'a usual word': (n) => `/search?q=${wordOf(200 + n)}`,
  'one of the commonest': (n) => `/search?q=${wordOf(n % 5)}`,
  'two words': (n) => `/search?q=${wordOf(20 + n)}+${wordOf(60 + n)}`,
  'two common words, one without': (n) => `/search?q=${wordOf(n % 7)}+${wordOf(8 + n)}+-${wordOf(3)}`,
  'words in their order': (n) => `/search?q=${encodeURIComponent(`"${wordOf(n % 9)} ${wordOf(n % 4)}"`)}`,
  'ten common words, any of them': () =>
    `/search?q=${Array.from({ length: 10 }, (_, i) => wordOf(i)).join('+OR+')}`,
  'a slip': (n) => `/search?q=${wordOf(300 + n).slice(0, -1)}x`,
  nothing: (n) => `/search?q=qqqqq${n}`,
  Japanese: (n) => `/en/search?q=${encodeURIComponent(['旅券', '留学生', '領事'][n % 3] ?? '')}`,
  'on one site': (n) => `/site-${String(1 + n).padStart(5, '0')}/search?q=${wordOf(n % 50)}`,
  'of one category, in a month': (n) => `/search?q=${wordOf(30 + n)}&category=trade&from=2026-01-01`,
};

/** How long a page of results takes, from the request to its last byte, of 134 sites with this many posts each. */
export async function benchSearch(each: number): Promise<Row[]> {
  const network = await startNetwork(SITES, 0);
  try {
    const { indexedMs, learnedMs } = await fillCorpus(network.database.db, each);
    const posts = SITES * each;
    console.log(
      `${posts} posts, ${network.database.kind}: indexed in ${Math.round(indexedMs)} ms, words learned in ${Math.round(learnedMs)} ms`,
    );
    const rows: Row[] = [];
    const all: number[] = [];
    for (const [what, path] of Object.entries(QUERIES)) {
      const times: number[] = [];
      for (let n = 0; n < RUNS; n += 1) times.push(await timed(network.service.app, path(n)));
      all.push(...times);
      rows.push(line(what, times));
    }
    return [
      ...rows,
      line('all of them', all),
      { what: 'load of the machine', p50: loadavg()[0]?.toFixed(1) ?? '' },
    ];
  } finally {
    await network.close();
  }
}

type App = Awaited<ReturnType<typeof startNetwork>>['service']['app'];

async function timed(app: App, url: string): Promise<number> {
  const begun = performance.now();
  const { statusCode } = await app.inject({ url, headers: { host: 'bench.test' } });
  if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`);
  return performance.now() - begun;
}

function line(what: string, times: readonly number[]): Row {
  const at = (share: number) => Number(percentile(times, share).toFixed(1));
  return { what, runs: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}
