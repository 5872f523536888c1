import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import type { Captured } from './capture.ts';

/** A server under load: the service, or what it is held against. */
export interface Server {
  origin: string;
  pid: number;
}

/** Starts a bare server that answers these paths with these bytes. */
export async function startBare(
  pages: ReadonlyMap<string, Captured>,
): Promise<Server & { stop(): Promise<void> }> {
  const place = await mkdtemp(join(tmpdir(), 'warta-bare-'));
  const file = join(place, 'pages');
  await writeFile(file, serialize(pages));
  const child = fork(join(import.meta.dirname, 'bare-server.ts'), [file]);
  const [port] = (await once(child, 'message')) as [number];
  await rm(place, { recursive: true });
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}
