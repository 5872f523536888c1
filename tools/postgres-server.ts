import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPostgres, unprivilegedUser } from './postgres-binaries.ts';

const ROLE = 'warta_test';
const STARTS_WITHIN_MS = 30_000;
/** Nothing in it has to outlive the machine. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'].flatMap((one) => ['-c', one]);

export interface Server {
  /** For a role that may create databases and nothing else. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL server with a temporary data folder on a free port of this machine alone; `stop` ends it
 * and removes the folder. Throws where none is installed or it does not come up.
 */
export async function startPostgres(): Promise<Server> {
  const bin = findPostgres();
  if (!bin) throw new Error('No PostgreSQL from 15 on in PATH or /usr/lib/postgresql: install "postgresql".');
  const user = unprivilegedUser();
  // Root's own TMPDIR may be closed to the user who is to run the server.
  const dir = mkdtempSync(join(user ? '/tmp' : tmpdir(), 'warta-postgres-'));
  if (user) chownSync(dir, user.uid, user.gid);
  const options = { cwd: dir, ...user, stdio: ['ignore', 'ignore', 'inherit'] as ('ignore' | 'inherit')[] };
  const tool = (name: string, args: string[]) => execFileSync(join(bin, name), args, options);
  const data = join(dir, 'data');
  const port = String(await freePort());
  let server: ChildProcess | undefined;
  const stop = async () => {
    if (server && server.exitCode === null) {
      server.kill('SIGINT');
      await once(server, 'exit');
    }
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    tool('initdb', [
      '-D',
      data,
      '-U',
      'postgres',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '-A',
      'trust',
      '--no-sync',
    ]);
    writeFileSync(join(data, 'pg_hba.conf'), access());
    server = spawn(join(bin, 'postgres'), ['-D', data, '-p', port, '-k', dir, '-h', '127.0.0.1', ...FAST], {
      ...options,
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    await untilReady(server, () => tool('pg_isready', ['-q', '-h', dir, '-p', port]));
    tool('createuser', ['-h', dir, '-p', port, '-U', 'postgres', '--createdb', ROLE]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgres://${ROLE}@127.0.0.1:${port}/postgres`, stop };
}

/** The superuser through the socket in the closed folder, the test role over loopback, nobody else. */
function access(): string {
  return `local all postgres trust\nhost all ${ROLE} 127.0.0.1/32 trust\n`;
}

async function untilReady(server: ChildProcess, ask: () => void): Promise<void> {
  const end = Date.now() + STARTS_WITHIN_MS;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode} while starting.`);
    try {
      return ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(100);
    }
  }
}

/** A port of the loopback address that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
