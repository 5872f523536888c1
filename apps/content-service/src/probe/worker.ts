import { parentPort } from 'node:worker_threads';
import type { AlertSighting } from '@warta/alerts';
import { Pool } from 'undici';
import { type BannerCheck, judgeBanner } from './judge-banner.ts';
import { type Check, judgeSight, type Sight } from './judge-sight.ts';

/** What the probe asks of its thread: to look at these sites through this node's own port. */
export type Job = { id: number; origin: string } & (
  | { kind: 'headlines'; checks: Check[] }
  | { kind: 'banners'; checks: BannerCheck[] }
);

export interface Seen {
  headline: string;
  site: string;
  version: number;
  error?: string;
}

export interface JobDone {
  id: number;
  seen: Seen[] | AlertSighting[];
}

/** As many at once as the service then reads from the database in one go. */
const CONNECTIONS = 256;
const TIMEOUT_MS = 10_000;
const pools = new Map<string, Pool>();

parentPort?.on('message', async (job: Job) => {
  const pool = poolOf(job.origin);
  const seen =
    job.kind === 'headlines'
      ? await Promise.all(job.checks.map((check) => look(pool, check)))
      : await lookAtBanners(pool, job.checks);
  parentPort?.postMessage({ id: job.id, seen } satisfies JobDone);
});

async function look(pool: Pool, check: Check): Promise<Seen> {
  const { headline, site, version } = check.expectation;
  const error = await Promise.all([
    read(pool, check.host, check.addressPath),
    read(pool, check.host, check.homePath),
  ])
    .then(([address, home]) => judgeSight(check, address, home))
    .catch(couldNot);
  return { headline, site, version, ...(error !== undefined && { error }) };
}

/** Several alerts stand on one page, and every alert on the portal: each page is read once. */
async function lookAtBanners(pool: Pool, checks: BannerCheck[]): Promise<AlertSighting[]> {
  const sights = new Map<string, Promise<Sight>>();
  const readOnce = (host: string, path: string) => {
    const key = `${host}${path}`;
    const known = sights.get(key) ?? read(pool, host, path);
    sights.set(key, known);
    return known;
  };
  return Promise.all(
    checks.map((check) =>
      Promise.all(check.pages.map(({ host, path }) => readOnce(host, path)))
        .then((seen) => judgeBanner(check, seen))
        .catch((reason: Error) => {
          const { alert, site, version } = check.expectation;
          return { alert, site, version, shown: false, error: couldNot(reason) };
        }),
    ),
  );
}

const couldNot = (reason: Error) => `could not be asked: ${reason.message}`;

async function read(pool: Pool, host: string, path: string): Promise<Sight> {
  const { statusCode, body } = await pool.request({
    method: 'GET',
    path,
    headers: { host, 'user-agent': 'warta-probe' },
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
  });
  return { status: statusCode, body: await body.text() };
}

function poolOf(origin: string): Pool {
  const pool = pools.get(origin) ?? new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
  pools.set(origin, pool);
  return pool;
}
