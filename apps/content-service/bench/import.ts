import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { addPostsTo, type Network, startNetwork } from './network.ts';
import type { Row } from './report.ts';
import { timed } from './sync.ts';

const SITES = 134;
const POSTS_A_SITE = 200;
const POSTS_AT_ONCE = 10;
/** From the proof of a headline to the next one. */
const REST_MS = 500;

/**
 * What a reader of a cached page waits for while the embedded database takes in 27,000 posts, and while headlines for
 * every mission are pushed beside that.
 */
export async function benchImport(): Promise<Row[]> {
  const network = await startNetwork(SITES, 0);
  const reader = new Worker(new URL('./reader.ts', import.meta.url));
  // A headline does not touch it, so it stays in the cache: whoever waits for it waits for the event loop.
  const url = `${network.service.origin}/site-00001/id/contact`;
  const measure = async (what: string, work: () => Promise<void>): Promise<Row> => {
    reader.postMessage({ url });
    const begun = performance.now();
    await work();
    const seconds = (performance.now() - begun) / 1000;
    reader.postMessage('stop');
    const waits = await new Promise<Row>((resolve) => reader.once('message', resolve));
    return { what, seconds: Number(seconds.toFixed(1)), ...waits };
  };
  const whilePushing = async (what: string, work: () => Promise<void>): Promise<Row> => {
    const pushing = pushHeadlines(network);
    const row = await measure(what, work);
    return { ...row, ...(await pushing.stop()) };
  };
  const posts = SITES * POSTS_A_SITE;
  const rows = [
    await measure('nothing else', () => sleep(3000)),
    await measure(`importing ${posts} posts`, () => importPosts(network, 'import')),
    await whilePushing('pushing headlines', () => sleep(10_000)),
    await whilePushing(`importing ${posts} posts and pushing headlines`, () => importPosts(network, 'again')),
  ];
  await reader.terminate();
  await network.close();
  return rows;
}

async function importPosts({ database: { db } }: Network, stem: string): Promise<void> {
  const sites = await db.selectFrom('site').select('id').where('kind', '!=', 'ministry').execute();
  for (let n = 0; n < POSTS_A_SITE / POSTS_AT_ONCE; n += 1) {
    for (const site of sites) await addPostsTo(db, [site.id], POSTS_AT_ONCE, `${stem}-${n}`);
  }
}

/** Pushes one headline after the other to all missions; `stop` waits for the last proof and says how long they took. */
function pushHeadlines(network: Network) {
  const took: number[] = [];
  let isStopped = false;
  const pushing = (async () => {
    while (!isStopped) {
      const translations = [{ locale: 'id', title: `Kabar ${took.length}`, body: 'Isi yang cukup panjang.' }];
      const { provenMs } = await timed(network, 'POST', '/headlines', {
        translations,
        audience: { all: true },
      });
      took.push(provenMs);
      await sleep(REST_MS);
    }
  })();
  return {
    async stop() {
      isStopped = true;
      await pushing;
      return { pushed: took.length, 'proven max ms': Math.round(Math.max(...took)) };
    },
  };
}
