import { access, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '@warta/database';
import { createSite, type Site } from '@warta/sites';
import { ministryInput, missionInput } from '@warta/sites/testing';
import sharp from 'sharp';

export const actor = { name: 'rina', source: 'test' };

/** A folder that is gone when the test ends. */
export async function temporaryFolder(t: { teardown(fn: () => Promise<void>): void }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'warta-media-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

let sites = 0;
/** A mission of the test's own. */
export function makeSite(db: Db): Promise<Site> {
  sites += 1;
  const input = missionInput(`site-${sites}`);
  return db.transaction().execute((trx) => createSite(trx, actor, input));
}

export function makeMinistry(db: Db): Promise<Site> {
  return db.transaction().execute((trx) => createSite(trx, actor, ministryInput()));
}

/** A picture in one colour; another `red`, another picture. */
export function picture(red: number, width = 1000, height = 500): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: { r: red, g: 0, b: 0 } } })
    .png()
    .toBuffer();
}

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

export function stands(path: string | undefined): Promise<boolean> {
  return access(path ?? '').then(
    () => true,
    () => false,
  );
}

/** Everything below a media folder that belongs to one picture or document, drafts included. */
export async function filesOf(mediaDir: string): Promise<string[]> {
  const all = await readdir(mediaDir, { recursive: true }).catch(() => []);
  return all.filter((each) => each.length > 30).sort();
}
