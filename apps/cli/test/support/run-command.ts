import { spawn } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../src/main.ts');
/** Nothing of whoever runs the tests may reach the commands but what a process needs. */
const KEPT = ['PATH', 'HOME', 'TMPDIR'];

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a command as an operator does, with these settings and no others. */
export async function runCommand(args: string[], settings: Record<string, string>): Promise<Ran> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: surroundings(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ran = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    ran.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    ran.err += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...ran };
}

/** The environment of a process that is started for a test. */
export function surroundings(settings: Record<string, string>): Record<string, string | undefined> {
  return { ...Object.fromEntries(KEPT.map((name) => [name, process.env[name]])), ...settings };
}
