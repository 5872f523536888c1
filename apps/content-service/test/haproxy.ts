import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './process.ts';
import { until } from './support.ts';

const CONFIG = join(import.meta.dirname, '../../../deploy/haproxy.cfg');

/** HAProxy on this machine; Debian keeps it where only root's PATH leads. */
export function findHaproxy(): string | undefined {
  const dirs = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return dirs.map((dir) => join(dir, 'haproxy')).find((file) => existsSync(file));
}

/** Starts it with the project's own configuration before these two nodes, and gives the address where it answers. */
export async function startHaproxy(binary: string, nodes: readonly [string, string]) {
  const port = await freePort();
  const [WEB1, WEB2] = nodes.map((origin) => `127.0.0.1:${new URL(origin).port}`);
  const env = { READERS: `127.0.0.1:${port}`, WEB1, WEB2, NAMES: '127.0.0.1:53' };
  const child = spawn(binary, ['-db', '-f', CONFIG], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const origin = `http://127.0.0.1:${port}`;
  await until(
    () =>
      fetch(`${origin}/metrics`).then(
        ({ status }) => status,
        () => 0,
      ),
    (status) => {
      if (child.exitCode !== null) throw new Error(`HAProxy ended: ${output}`);
      return status === 404;
    },
  );
  return {
    origin,
    output: () => output,
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
