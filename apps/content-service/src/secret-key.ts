import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, readKey } from './config.ts';
import { ConfigError } from './config-error.ts';

/** Where the key is kept that nobody has set; outside production alone. */
export const KEY_FILE = 'secret-key';

/**
 * The key under which secrets of the second factor are kept: the one that is set, or one that is made once and
 * kept in the data folder, readable by its owner alone.
 * @throws {ConfigError} where the file holds something else
 */
export async function secretKey({ secretKey: set, dataDir }: Config): Promise<Buffer> {
  if (set) return set;
  const file = join(dataDir, KEY_FILE);
  const kept = (await readIfThere(file)) ?? (await makeOnce(file, dataDir));
  const key = readKey(kept.trim());
  if (!key) throw new ConfigError(`${file} does not hold a key of 32 bytes in base64`);
  return key;
}

/** Two processes may do so at once: the file appears whole, and the first one's stands. */
async function makeOnce(file: string, dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(draft);
  return readFile(file, 'utf8');
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
