import { Worker } from 'node:worker_threads';
import { addPostsTo, startNetwork } from './network.ts';
import type { Row } from './report.ts';

const SITES = 134;
const POSTS_A_SITE = 200;
const POSTS_AT_ONCE = 10;

/** What a reader of a cached page waits for while the embedded database takes in 27,000 posts. */
export async function benchImport(): Promise<Row[]> {
  const network = await startNetwork(SITES, 0);
  const reader = new Worker(new URL('./reader.ts', import.meta.url));
  const url = `${network.service.origin}/site-00001/`;
  const measure = async (what: string, work: () => Promise<void>): Promise<Row> => {
    reader.postMessage({ url });
    const begun = performance.now();
    await work();
    const seconds = (performance.now() - begun) / 1000;
    reader.postMessage('stop');
    const waits = await new Promise<Row>((resolve) => reader.once('message', resolve));
    return { what, seconds: Number(seconds.toFixed(1)), ...waits };
  };
  const sites = await network.database.db
    .selectFrom('site')
    .select('id')
    .where('kind', '!=', 'ministry')
    .execute();
  const rows = [
    await measure('nothing else', () => new Promise((resolve) => setTimeout(resolve, 3000))),
    await measure(`importing ${SITES * POSTS_A_SITE} posts`, async () => {
      for (let n = 0; n < POSTS_A_SITE / POSTS_AT_ONCE; n += 1) {
        for (const site of sites)
          await addPostsTo(network.database.db, [site.id], POSTS_AT_ONCE, `import-${n}`);
      }
    }),
  ];
  await reader.terminate();
  await network.close();
  return rows;
}
