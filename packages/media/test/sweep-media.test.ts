import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@warta/database';
import { testDatabase } from '@warta/database/testing';
import t from 'tap';
import { storePicture, sweepMedia } from '../src/index.ts';
import { actor, makeSite, picture, stands, temporaryFolder } from './support.ts';

const LONG_AGO = new Date(Date.now() - 2 * 86_400_000);

/** A folder with a file in it, last changed at that moment. */
async function left(mediaDir: string, path: string, at = LONG_AGO): Promise<string> {
  const folder = join(mediaDir, path);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '480.webp'), 'x');
  await utimes(folder, at, at);
  return folder;
}
const orphan = (start = 'ab') => `${start}/${start}${newId().slice(2)}`;

t.test('what a process left behind goes after a day, and nothing else', async (t) => {
  const { db } = await testDatabase(t);
  const mediaDir = await temporaryFolder(t);
  const { id: site } = await makeSite(db);
  const kept = await storePicture(db, actor, { mediaDir, site, source: await picture(1), alt: {} });
  const folder = join(mediaDir, kept.id.slice(0, 2), kept.id);
  await utimes(folder, LONG_AGO, LONG_AGO);
  const draft = await left(mediaDir, `.drafts/${newId()}`);
  const draftNow = await left(mediaDir, `.drafts/${newId()}`, new Date());
  const old = await left(mediaDir, orphan());
  const recent = await left(mediaDir, orphan(), new Date());
  const foreign = await left(mediaDir, 'ab/notes');
  t.equal(await sweepMedia(db, mediaDir), 1);
  t.same(await Promise.all([draft, old].map(stands)), [false, false]);
  t.same(await Promise.all([folder, draftNow, recent, foreign].map(stands)), [true, true, true, true]);
  t.equal(await sweepMedia(db, join(mediaDir, 'nowhere')), 0, 'a folder that is not there yet is clean');
});

t.test('the folder of another database is left alone', async (t) => {
  const { db } = await testDatabase(t);
  const mediaDir = await temporaryFolder(t);
  const folders = await Promise.all(Array.from({ length: 25 }, () => left(mediaDir, orphan())));
  await t.rejects(sweepMedia(db, mediaDir), /25 of 25 folders .* have no row/);
  t.ok((await Promise.all(folders.map(stands))).every(Boolean));
});
