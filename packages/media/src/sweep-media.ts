import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '@warta/database';
import { DRAFTS } from './keep-media.ts';
import { isMediaId, mediaFolder } from './rendition-path.ts';

const DAY_MS = 86_400_000;
/** More than this many without a row, and more than this share of all, look like the folder of another database. */
const SUSPECT = 20;
const SUSPECT_SHARE = 0.2;

/**
 * Removes what a process left that ended at the wrong moment: half-made files, and folders without a row, both
 * older than a day. Gives the number of folders removed.
 * @throws {Error} and removes no folder, when so many have no row that the folder must be another database's.
 */
export async function sweepMedia(db: Db, mediaDir: string, now = Date.now()): Promise<number> {
  const isOld = async (path: string) => now - (await lastChange(path)) > DAY_MS;
  const drafts = await names(join(mediaDir, DRAFTS));
  for (const draft of drafts) {
    const path = join(mediaDir, DRAFTS, draft);
    if (await isOld(path)) await rm(path, { recursive: true, force: true });
  }
  const { ids, orphans } = await findOrphans(db, mediaDir);
  if (orphans.length > SUSPECT && orphans.length > ids * SUSPECT_SHARE) {
    throw new Error(
      `${orphans.length} of ${ids} folders in ${mediaDir} have no row: is it the folder of this database?`,
    );
  }
  let removed = 0;
  for (const id of orphans) {
    const path = mediaFolder(mediaDir, id);
    if (!(await isOld(path))) continue;
    await rm(path, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}

/** Reads one folder of the 256 at a time, so that neither memory nor the database has to hold all of them. */
async function findOrphans(db: Db, mediaDir: string): Promise<{ ids: number; orphans: string[] }> {
  const orphans: string[] = [];
  let count = 0;
  for (const start of await names(mediaDir)) {
    if (!/^[0-9a-f]{2}$/.test(start)) continue;
    const ids = (await names(join(mediaDir, start))).filter((id) => isMediaId(id) && id.startsWith(start));
    if (ids.length === 0) continue;
    const rows = await db.selectFrom('media').select('id').where('id', 'in', ids).execute();
    const known = new Set(rows.map((row) => row.id));
    count += ids.length;
    orphans.push(...ids.filter((id) => !known.has(id)));
  }
  return { ids: count, orphans };
}

async function names(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

/** What has gone meanwhile counts as new: whoever took it away is at work. */
async function lastChange(path: string): Promise<number> {
  return stat(path).then(
    (found) => found.mtimeMs,
    () => Number.POSITIVE_INFINITY,
  );
}
