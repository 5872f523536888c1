import { existsSync } from 'node:fs';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The program of a Chromium on this machine: CHROMIUM_PATH, or where it usually stands. */
export function findChromium(): string {
  const asked = process.env.CHROMIUM_PATH;
  if (asked && !existsSync(asked)) throw new Error(`CHROMIUM_PATH ${asked} is not there.`);
  const path = asked || USUAL.find((usual) => existsSync(usual));
  if (!path) throw new Error('No Chromium found: install "chromium", or say where it is in CHROMIUM_PATH.');
  return path;
}

if (import.meta.main) {
  try {
    console.log(findChromium());
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
