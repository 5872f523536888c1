import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DRAFTS } from './keep-media.ts';

/**
 * Writes what is being sent into a file below `mediaDir`, hands its path over and removes it, whatever comes of it;
 * `sweepMedia` removes what a process leaves that ends meanwhile.
 */
export async function withDraftFile<T>(
  mediaDir: string,
  sent: Readable,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = join(mediaDir, DRAFTS, randomUUID());
  const path = join(folder, 'sent');
  await mkdir(folder, { recursive: true });
  try {
    await pipeline(sent, createWriteStream(path));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
