import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another process has the embedded database of this folder open. */
export class DataDirInUseError extends Error {
  override name = 'DataDirInUseError';
  constructor(dataDir: string) {
    super(
      `DATA_DIR ${dataDir} is in use by another process: stop that one first, or set DATA_DIR to another folder.`,
    );
  }
}

/**
 * Takes the folder for this process by listening on a socket named after it. The kernel frees the name when
 * the process ends, however it ends, so no stale lock can be left behind.
 * @throws {DataDirInUseError}
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  const server = createServer((socket) => socket.destroy());
  const name = lockName(await realpath(dataDir));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new DataDirInUseError(dataDir) : error),
    );
    server.listen(name, resolve);
  });
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** Linux has socket names outside the file system; a socket file elsewhere must be removed by hand after a crash. */
function lockName(realDir: string): string {
  const digest = createHash('sha256').update(realDir).digest('hex').slice(0, 32);
  return process.platform === 'linux' ? `\0warta:${digest}` : join(tmpdir(), `warta-${digest}.sock`);
}
