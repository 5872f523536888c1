import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './support.ts';

/** As `npm start` and the image start it: a young generation of 64 MB spares a server nothing. */
const FLAGS = ['--max-semi-space-size=16'];
const SERVER = join(import.meta.dirname, '../src/server.ts');

/** The service as a process of its own, to be stopped, killed and started again. */
export interface Running {
  process: ChildProcess;
  origin: string;
  dataDir: string;
  token: string;
  /** What it has printed so far. */
  output: () => string;
  ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Starts the service with these settings and waits until it answers. */
export async function startProcess(env: NodeJS.ProcessEnv, dataDir?: string): Promise<Running> {
  const dir = dataDir ?? (await mkdtemp(join(tmpdir(), 'warta-')));
  const port = env.PORT ? Number(env.PORT) : await freePort();
  const started = run({ PORT: String(port), DATA_DIR: dir, LOG_LEVEL: 'error', ...env });
  const origin = `http://localhost:${port}`;
  let exited = false;
  void started.ended.then(() => {
    exited = true;
  });
  await until(
    () =>
      fetch(`${origin}/health/ready`).then(
        (answer) => answer.ok,
        () => false,
      ),
    (ready) => {
      if (exited) throw new Error(`the service ended: ${started.output()}`);
      return ready;
    },
  );
  const token = await readFile(join(dir, 'operator-token'), 'utf8').catch(() => '');
  return { ...started, origin, dataDir: dir, token: token.trim() };
}

/** Runs the service's entry point and gathers what it prints. */
export function run(env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [...FLAGS, SERVER], {
    env: { PATH: process.env.PATH, MALLOC_ARENA_MAX: '2', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    process: child,
    output: () => output,
    ended,
    async kill(signal: NodeJS.Signals) {
      child.kill(signal);
      await ended;
    },
  };
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
