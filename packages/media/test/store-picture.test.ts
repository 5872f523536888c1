import { access, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, newId } from '@warta/database';
import { testDatabase } from '@warta/database/testing';
import sharp from 'sharp';
import t from 'tap';
import { renditionPath, storePicture } from '../src/index.ts';

const { db } = await testDatabase(t);
const mediaDir = await mkdtemp(join(tmpdir(), 'warta-media-'));
t.teardown(() => rm(mediaDir, { recursive: true }));

let sites = 0;
async function makeSite(db: Db): Promise<string> {
  const id = newId();
  sites += 1;
  const words = JSON.stringify({ id: 'KBRI' });
  const place = { city: 'Bern', country: 'CH', timezone: 'Europe/Zurich', locales: ['id', 'en'] };
  const site = { id, slug: `site-${sites}`, kind: 'embassy', name: words, full_name: words, ...place };
  await db.insertInto('site').values(site).execute();
  return id;
}

const picture = (red: number) =>
  sharp({ create: { width: 1000, height: 500, channels: 3, background: { r: red, g: 0, b: 0 } } })
    .png()
    .toBuffer();
const stands = (path: string | undefined) =>
  access(path ?? '').then(
    () => true,
    () => false,
  );
const folders = async () => (await readdir(mediaDir, { recursive: true })).filter((each) => each.length > 30);

t.test('a picture stands in all its renditions, with its row', async (t) => {
  const site = await makeSite(db);
  const alt = { id: 'Merah', en: 'Red' };
  const stored = await storePicture(db, { mediaDir, site, bytes: await picture(1), alt });
  t.match(stored, { id: /^[0-9a-f]{8}-[0-9a-f]{4}-4/, width: 1000, height: 500, widths: [480, 1000] });
  for (const file of ['480.webp', '480.jpg', '1000.webp', '1000.jpg']) {
    t.ok(await stands(renditionPath(mediaDir, stored.id, file)), file);
  }
  const row = await db.selectFrom('media').selectAll().where('id', '=', stored.id).executeTakeFirstOrThrow();
  t.match(row, { site, alt, width: 1000, height: 500, widths: [480, 1000], digest: /^[0-9a-f]{64}$/ });
  t.same(await readdir(join(mediaDir, '.drafts')), [], 'nothing is left beside its place');
});

t.test('the same picture on the same site is kept once', async (t) => {
  const site = await makeSite(db);
  const bytes = await picture(2);
  const first = await storePicture(db, { mediaDir, site, bytes, alt: { en: 'Red' } });
  const before = await folders();
  t.same(await storePicture(db, { mediaDir, site, bytes, alt: {} }), first);
  t.same(await folders(), before);
  const elsewhere = await storePicture(db, { mediaDir, site: await makeSite(db), bytes, alt: {} });
  t.not(elsewhere.id, first.id, 'another site has its own');
});

t.test('two who add one picture at once get one, and no files are left over', async (t) => {
  const site = await makeSite(db);
  const bytes = await picture(3);
  const before = (await folders()).length;
  const add = () => storePicture(db, { mediaDir, site, bytes, alt: {} });
  const [one, other, third] = await Promise.all([add(), add(), add()]);
  t.same(other, one);
  t.same(third, one);
  t.equal((await folders()).length - before, 1 + 4, 'one folder with four files');
});

t.test('a picture that is refused, or whose site is not there, leaves nothing', async (t) => {
  const before = await folders();
  const site = await makeSite(db);
  await t.rejects(storePicture(db, { mediaDir, site, bytes: Buffer.from('<svg></svg>'), alt: {} }), {
    name: 'MediaError',
    reason: 'format',
  });
  await t.rejects(storePicture(db, { mediaDir, site: newId(), bytes: await picture(4), alt: {} }));
  t.same(await folders(), before);
});

t.test('no transaction waits for a picture', async (t) => {
  const site = await makeSite(db);
  const bytes = await picture(5);
  await t.rejects(
    db.transaction().execute((trx) => storePicture(trx, { mediaDir, site, bytes, alt: {} })),
    /outside of transactions/,
  );
});
