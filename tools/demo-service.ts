import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './postgres-server.ts';

const STARTS_WITHIN_MS = 120_000;

export interface DemoService {
  url: string;
  dataDir: string;
  /** An operator's, for the API. */
  token: string;
  stop(): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/**
 * Starts the service in a process of its own with the demo data, on a new database and a free port.
 * @throws {Error} when it is not ready within two minutes
 */
export async function startDemoService(): Promise<DemoService> {
  const dataDir = mkdtempSync(join(tmpdir(), 'warta-demo-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const service = spawn(process.execPath, ['apps/content-service/src/server.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env.PATH ?? '', DEMO: 'on', DATA_DIR: dataDir, PORT: String(port) },
  });
  const stop = async () => {
    if (service.exitCode === null) {
      service.kill('SIGTERM');
      await once(service, 'exit');
    }
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await untilReady(url, () => service.exitCode === null);
    const token = readFileSync(join(dataDir, 'operator-token'), 'utf8').trim();
    return { url, dataDir, token, stop, kill: (signal) => void service.kill(signal) };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function untilReady(url: string, isAlive: () => boolean): Promise<void> {
  const end = Date.now() + STARTS_WITHIN_MS;
  while (Date.now() < end && isAlive()) {
    const ready = await fetch(`${url}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await sleep(200);
  }
  throw new Error('The service did not become ready.');
}
