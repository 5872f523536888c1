import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * Runs tap on the files named (or all), shows what failed, and ends with the line `N passed, N failed`,
 * where N counts assertions' tests by file and title.
 */
await buildTap();
const tap = spawn('npx', ['tap', ...process.argv.slice(2)], { stdio: ['ignore', 'pipe', 'inherit'] });
let passed = 0;
let failed = 0;
let inFailure = false;
for await (const line of createInterface({ input: tap.stdout })) {
  const test = /^ {4}(not )?ok \d+ - /.exec(line);
  if (test?.[1]) failed += 1;
  else if (test) passed += 1;
  const fileFailed = /^not ok/.test(line);
  if (process.env.VERBOSE || fileFailed || /^(ok|# |Bail)/.test(line) || isDetail(line)) console.log(line);
}
const code = await new Promise<number>((resolve) => tap.on('close', (exit) => resolve(exit ?? 1)));
if (code !== 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = code;

/** tap makes its test class from the plugins in .taprc; it must be made anew when these change. */
async function buildTap(): Promise<void> {
  const config = createHash('sha256')
    .update(readFileSync('.taprc'))
    .update(readFileSync('package-lock.json'));
  const stamp = `node_modules/.cache/warta/tap-${config.digest('hex').slice(0, 12)}`;
  if (existsSync(stamp)) return;
  const build = spawn('npx', ['tap', 'build'], { stdio: 'inherit' });
  const exit = await new Promise((resolve) => build.on('close', resolve));
  if (exit !== 0) process.exit(1);
  mkdirSync('node_modules/.cache/warta', { recursive: true });
  writeFileSync(stamp, '');
}

/** The block below a failed assertion, down to its closing dots. */
function isDetail(line: string): boolean {
  if (/^\s+not ok/.test(line)) inFailure = true;
  const shown = inFailure;
  if (/^\s+\.\.\.$/.test(line)) inFailure = false;
  return shown;
}
