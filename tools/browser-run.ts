import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findChromium } from './browser-find.ts';
import { freePort } from './postgres-server.ts';

/**
 * Runs the browser tests (all, or those named) against a service of its own with the demo data, and ends with
 * the line `N passed, N failed`. SCREENSHOTS=folder keeps a picture of every page looked at.
 */
const STARTS_WITHIN_MS = 120_000;
const TESTS = 'apps/content-service/test/browser/*.browser.ts';

const chromium = findChromium();
const dataDir = mkdtempSync(join(tmpdir(), 'warta-browser-'));
const port = await freePort();
const service = spawn(process.execPath, ['apps/content-service/src/server.ts'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { PATH: process.env.PATH ?? '', DEMO: 'on', DATA_DIR: dataDir, PORT: String(port) },
});
let tests: ChildProcess | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => (tests ?? service).kill(signal));
}
try {
  const url = `http://localhost:${port}`;
  await untilReady(url);
  const named = process.argv.slice(2);
  const files = named.length > 0 ? named : globSync(TESTS).sort();
  // One after the other: the journey of a headline changes the pages that the others look at.
  const place = { WARTA_URL: url, WARTA_DATA: dataDir, WARTA_TOKEN: operatorToken() };
  tests = spawn(process.execPath, ['tools/run-tests.ts', '--jobs=1', '--timeout=240', ...files], {
    stdio: 'inherit',
    env: { ...process.env, ...place, CHROMIUM_PATH: chromium },
  });
  const [exit] = await once(tests, 'exit');
  process.exitCode = exit ?? 1;
} finally {
  if (service.exitCode === null) {
    service.kill('SIGTERM');
    await once(service, 'exit');
  }
  rmSync(dataDir, { recursive: true, force: true });
}

function operatorToken(): string {
  return readFileSync(join(dataDir, 'operator-token'), 'utf8').trim();
}

async function untilReady(url: string): Promise<void> {
  const end = Date.now() + STARTS_WITHIN_MS;
  while (Date.now() < end && service.exitCode === null) {
    const ready = await fetch(`${url}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await sleep(200);
  }
  throw new Error('The service did not become ready.');
}
