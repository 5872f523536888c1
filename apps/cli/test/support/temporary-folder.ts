import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Teardown {
  teardown(fn: () => Promise<void>): void;
}

/** A folder of the test's own, gone when the test ends. */
export async function temporaryFolder(t: Teardown): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'warta-cli-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
