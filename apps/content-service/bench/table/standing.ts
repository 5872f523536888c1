import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, run } from '../../test/process.ts';
import { readersOf } from './cached.ts';
import { atOnce, capture, captureAs } from './capture.ts';
import type { Line } from './line.ts';
import { residentMbOf } from './process-use.ts';
import type { Served } from './served.ts';
import { withReach } from './uncached.ts';

const AT_ONCE = 4;
const STARTS = 3;
const ASK_EACH_MS = 2;
/** The least that answers. */
const BARE = "require('node:http').createServer((_, r) => r.end('ok')).listen(process.env.PORT, '127.0.0.1')";

/** What the process holds once everything was read that readers ask for. */
export async function measureMemory(served: Served): Promise<Line> {
  const note = withReach(served, 'on PostgreSQL');
  await warm(served);
  return {
    row: `resident memory, ${served.sites} × ${served.each}, warm`,
    unit: 'MB',
    ours: [residentMbOf(served.pid)],
    reach: { ours: { atMost: 300 } },
    note,
  };
}

/** Every home, and the posts that readers ask for. */
export async function warm(served: Served): Promise<void> {
  const paths = [...new Set([...served.homes, ...readersOf(served)])];
  await atOnce(AT_ONCE, paths, (path) => captureAs(200, served.origin + path));
}

/** From the start of the process to the first home it sends, on what was there before; and a bare server's. */
export async function measureStart(served: Served): Promise<Line> {
  const note = served.note();
  await served.stop();
  const ours: number[] = [];
  const yardstick: number[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    ours.push(await startOfService(served));
    yardstick.push(await startOfBare());
  }
  await served.start();
  return {
    row: 'start to first answer, existing data',
    unit: 'ms',
    ours,
    yardstick,
    reach: { ratio: { atMost: 15 } },
    note,
  };
}

/** Milliseconds from the start of the service, which has been stopped, to its first home. */
export async function startOfService(served: Served): Promise<number> {
  const begun = performance.now();
  const service = run(served.settings);
  const took = await firstAnswer(served.origin + served.homes[0], begun, service.ended);
  await service.kill('SIGTERM');
  return took;
}

async function startOfBare(): Promise<number> {
  const port = await freePort();
  const begun = performance.now();
  const server = spawn(process.execPath, ['-e', BARE], { env: { PORT: String(port) } });
  const ended = once(server, 'exit');
  const took = await firstAnswer(`http://127.0.0.1:${port}/`, begun, ended);
  server.kill();
  await ended;
  return took;
}

async function firstAnswer(url: string, begun: number, ended: Promise<unknown>): Promise<number> {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const status = await capture(url).then(
      (answer) => answer.status,
      () => 0, // nobody listens yet
    );
    if (status === 200) return performance.now() - begun;
    await sleep(ASK_EACH_MS);
  }
  throw new Error(`${url} ended before it answered`);
}
