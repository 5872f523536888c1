import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { surroundings } from './run-command.ts';

const SERVER = join(import.meta.dirname, '../../../content-service/src/server.ts');
const POLL_MS = 100;

export interface RunningService {
  url: string;
  /** What commands need to find it. */
  settings: Record<string, string>;
  stop(): Promise<void>;
}

interface Teardown {
  teardown(fn: () => Promise<void>): void;
}

/** The real service on a free port with its database in `dataDir`, empty but for the ministry's site. */
export async function runningService(t: Teardown, dataDir: string): Promise<RunningService> {
  const settings = { DATA_DIR: dataDir, PORT: String(await freePort()) };
  const child = spawn(process.execPath, [SERVER], {
    env: surroundings({ ...settings, DEMO: 'false' }),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  t.teardown(stop);
  const url = `http://localhost:${settings.PORT}`;
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode} while starting`);
    await pause(POLL_MS);
  }
  return { url, settings, stop };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}
