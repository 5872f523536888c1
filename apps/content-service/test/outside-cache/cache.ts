import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Test } from 'tap';
import { request } from 'undici';
import { HOST } from '../support.ts';

export const KEY = 'a-key-that-no-log-may-hold';

interface Kept {
  body: string;
  keys: string[];
  freshUntil: number;
}

/**
 * A cache as Fastly is one, on this machine: keeps pages for as long as `Surrogate-Control` says, hands them out
 * without asking, and drops those with a key when it is told to.
 */
export async function openCache(t: Test) {
  const kept = new Map<string, Kept>();
  const cache = {
    kept,
    /** What it was told to drop, call by call. */
    purges: [] as string[][],
    /** What it answers a purge with. */
    status: 200,
    url: '',
    origin: '',
    /** Called before a purge is done. */
    onPurge: async () => {},
    /** What a reader gets, and whether the cache had it. */
    async read(path: string, headers: Record<string, string> = {}) {
      const known = kept.get(path);
      if (known && known.freshUntil > performance.now()) return { body: known.body, hit: true, status: 200 };
      const asked = { headers: { host: HOST, ...headers } };
      const answer = await request(cache.origin + path, asked);
      const body = await answer.body.text();
      const control = String(answer.headers['surrogate-control']);
      const seconds = Number(/max-age=(\d+)/.exec(control)?.[1] ?? 3600);
      if (seconds > 0 && [200, 301, 404, 410].includes(answer.statusCode)) {
        const keys = String(answer.headers['surrogate-key'] ?? '').split(' ');
        kept.set(path, { body, keys, freshUntil: performance.now() + seconds * 1000 });
      }
      return { body, hit: false, status: answer.statusCode };
    },
  };
  const server = createServer(async (asked, answer) => {
    answer.writeHead(await purged(asked)).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => server.close());
  cache.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/service/x/purge`;

  async function purged({ method, headers }: IncomingMessage): Promise<number> {
    if (method !== 'POST' || headers['fastly-key'] !== KEY) return 401;
    if (cache.status !== 200) return cache.status;
    await cache.onPurge();
    const keys = String(headers['surrogate-key']).split(' ');
    cache.purges.push(keys);
    for (const [path, page] of kept) {
      if (page.keys.some((each) => keys.includes(each))) kept.delete(path);
    }
    return 200;
  }
  return cache;
}
