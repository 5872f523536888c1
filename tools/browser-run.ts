import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { findChromium } from './browser-find.ts';
import { startDemoService } from './demo-service.ts';

/**
 * Runs the browser tests (all, or those named) against a service of its own with the demo data, and ends with
 * the line `N passed, N failed`. SCREENSHOTS=folder keeps a picture of every page looked at.
 */
const TESTS = 'apps/content-service/test/browser/*.browser.ts';

const chromium = findChromium();
const service = await startDemoService();
let tests: ChildProcess | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => (tests ?? service).kill(signal));
}
try {
  const named = process.argv.slice(2);
  const files = named.length > 0 ? named : globSync(TESTS).sort();
  // One after the other: the journey of a headline changes the pages that the others look at.
  const place = { WARTA_URL: service.url, WARTA_DATA: service.dataDir, WARTA_TOKEN: service.token };
  tests = spawn(process.execPath, ['tools/run-tests.ts', '--jobs=1', '--timeout=240', ...files], {
    stdio: 'inherit',
    env: { ...process.env, ...place, CHROMIUM_PATH: chromium },
  });
  const [exit] = await once(tests, 'exit');
  process.exitCode = exit ?? 1;
} finally {
  await service.stop();
}
