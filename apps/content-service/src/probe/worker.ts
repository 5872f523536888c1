import { parentPort } from 'node:worker_threads';
import { Pool } from 'undici';
import { type Check, judgeSight, type Sight } from './judge-sight.ts';

/** What the probe asks of its thread: to look at these sites through this node's own port. */
export interface Job {
  id: number;
  origin: string;
  checks: Check[];
}

export interface Seen {
  headline: string;
  site: string;
  version: number;
  error?: string;
}

export interface JobDone {
  id: number;
  seen: Seen[];
}

/** As many at once as the service then reads from the database in one go. */
const CONNECTIONS = 128;
const TIMEOUT_MS = 10_000;
const pools = new Map<string, Pool>();

parentPort?.on('message', async ({ id, origin, checks }: Job) => {
  const pool = poolOf(origin);
  const seen = await Promise.all(checks.map((check) => look(pool, check)));
  parentPort?.postMessage({ id, seen } satisfies JobDone);
});

async function look(pool: Pool, check: Check): Promise<Seen> {
  const { headline, site, version } = check.expectation;
  const error = await Promise.all([
    read(pool, check.host, check.addressPath),
    read(pool, check.host, check.homePath),
  ])
    .then(([address, home]) => judgeSight(check, address, home))
    .catch((reason: Error) => `could not be asked: ${reason.message}`);
  return { headline, site, version, ...(error !== undefined && { error }) };
}

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
