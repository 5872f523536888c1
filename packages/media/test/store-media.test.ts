import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@warta/database';
import { testDatabase } from '@warta/database/testing';
import t from 'tap';
import { documentPath, renditionPath, storeDocument, storePicture } from '../src/index.ts';
import { actor, filesOf, makeSite, PDF, picture, stands, temporaryFolder } from './support.ts';

const { db } = await testDatabase(t);
const mediaDir = await temporaryFolder(t);
const folders = async () => (await filesOf(mediaDir)).filter((file) => !/\.\w+$/.test(file));

t.test('a picture stands in all its renditions, with its row and who added it', async (t) => {
  const { id: site } = await makeSite(db);
  const alt = { id: 'Merah', en: 'Red' };
  const stored = await storePicture(db, actor, { mediaDir, site, source: await picture(1), alt });
  t.match(stored, { id: /^[0-9a-f]{8}-[0-9a-f]{4}-4/, width: 1000, height: 500, widths: [480, 1000] });
  for (const width of [480, 1000]) {
    for (const ending of ['avif', 'webp', 'jpg']) {
      t.ok(await stands(renditionPath(mediaDir, stored.id, `${width}.${ending}`)), `${width}.${ending}`);
    }
  }
  t.ok(await stands(renditionPath(mediaDir, stored.id, 'large.jpg')));
  const row = await db.selectFrom('media').selectAll().where('id', '=', stored.id).executeTakeFirstOrThrow();
  t.match(row, { site, alt, widths: [480, 1000], digest: /^[0-9a-f]{64}$/, uploaded_by: 'rina', version: 1 });
  t.match(row, { kind: 'picture', large_width: 1000, formats: ['avif', 'webp', 'jpeg'], focus_x: 0.5 });
  const audit = db.selectFrom('audit').selectAll().where('subject', '=', `media:${stored.id}`);
  t.match(await audit.execute(), [{ action: 'media.add', actor: 'rina', site }]);
  t.notOk(
    (await filesOf(mediaDir)).some((file) => file.startsWith('.drafts/')),
    'nothing is left beside it',
  );
});

t.test('a file on disk is taken as it is and stays there', async (t) => {
  const { id: site } = await makeSite(db);
  const source = join(await temporaryFolder(t), 'sent');
  await writeFile(source, await picture(77));
  t.match(await storePicture(db, actor, { mediaDir, site, source, alt: {} }), { width: 1000 });
  t.ok(await stands(source));
});

t.test('the same picture on the same site is kept once', async (t) => {
  const { id: site } = await makeSite(db);
  const source = await picture(2);
  const first = await storePicture(db, actor, { mediaDir, site, source, alt: { en: 'Red' } });
  const before = await filesOf(mediaDir);
  t.same(await storePicture(db, actor, { mediaDir, site, source, alt: {} }), first);
  t.same(await filesOf(mediaDir), before);
  const other = await makeSite(db);
  const elsewhere = await storePicture(db, actor, { mediaDir, site: other.id, source, alt: {} });
  t.not(elsewhere.id, first.id, 'another site has its own');
});

t.test('two who add one picture at once get one, and no files are left over', async (t) => {
  const { id: site } = await makeSite(db);
  const source = await picture(3);
  const before = (await folders()).length;
  const add = () => storePicture(db, actor, { mediaDir, site, source, alt: {} });
  const [one, other, third] = await Promise.all([add(), add(), add()]);
  t.same(other, one);
  t.same(third, one);
  t.equal((await folders()).length - before, 1, 'one folder');
});

t.test('a file whose site is not there leaves nothing', async (t) => {
  const before = await filesOf(mediaDir);
  const site = newId();
  await t.rejects(storePicture(db, actor, { mediaDir, site, source: await picture(4), alt: {} }));
  await t.rejects(storeDocument(db, actor, { mediaDir, site, source: PDF, title: 'x', language: 'id' }));
  t.same(await filesOf(mediaDir), before);
});

t.test('no transaction waits for a picture', async (t) => {
  const { id: site } = await makeSite(db);
  const source = await picture(5);
  await t.rejects(
    db.transaction().execute((trx) => storePicture(trx, actor, { mediaDir, site, source, alt: {} })),
    /outside of transactions/,
  );
});

t.test('a document is kept byte for byte, once for each site', async (t) => {
  const { id: site } = await makeSite(db);
  const document = { mediaDir, site, source: PDF, title: 'Panduan visa', language: 'id' };
  const { id } = await storeDocument(db, actor, document);
  t.ok(await stands(documentPath(mediaDir, id)));
  t.same(await storeDocument(db, actor, document), { id });
  const row = await db.selectFrom('media').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  t.match(row, { kind: 'document', title: 'Panduan visa', language: 'id', bytes: PDF.length });
});
