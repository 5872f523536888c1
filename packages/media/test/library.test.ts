import { currentGeneration, findChanges } from '@warta/changes';
import { testDatabase } from '@warta/database/testing';
import type { Site } from '@warta/sites';
import t from 'tap';
import {
  findMedia,
  findMediaItem,
  findMediaUses,
  findPicturesFor,
  mediaChange,
  removeMedia,
  setMediaUse,
  storeDocument,
  storePicture,
  updateMedia,
} from '../src/index.ts';
import { actor, filesOf, makeMinistry, makeSite, PDF, picture, stands, temporaryFolder } from './support.ts';

const { db } = await testDatabase(t);
const mediaDir = await temporaryFolder(t);
const ministry = await makeMinistry(db);
let red = 0;
const add = async (site: Site, alt = {}, credit = '') => {
  const source = await picture(++red, 200, 100);
  return (await storePicture(db, actor, { mediaDir, site: site.id, source, alt, credit })).id;
};
const uses = (owner: `post:${string}` | `headline:${string}`, ids: string[]) =>
  db.transaction().execute((trx) => setMediaUse(trx, owner, ids));
const tagsSince = async (n: number) => (await findChanges(db, n)).map(({ tags }) => tags);

t.test('a library is found by the words of its pictures and documents, in any language', async (t) => {
  const site = await makeSite(db);
  const fields = await add(site, { id: 'Sawah di Bali', fr: 'Rizières à l’aube' }, 'Foto: Déwi');
  const tea = await add(site, { ja: '茶畑の朝', ar: 'مَزْرَعَة' });
  const source = { mediaDir, site: site.id, source: PDF };
  const { id: form } = await storeDocument(db, actor, { ...source, title: 'Formulir 100%', language: 'id' });
  await add(await makeSite(db), { id: 'Sawah' });
  const found = async (words: string) =>
    (await findMedia(db, { site: site.id, library: 'own', words })).items.map(({ id }) => id);
  t.same(await found(''), [form, tea, fields], 'newest first, and only its own');
  t.same(await found('BALI sawah'), [fields], 'in any order and case');
  t.same(await found('rizieres aube'), [fields], 'without its accents');
  t.same(await found('dewi'), [fields], 'by who took it');
  t.same(await found('茶畑'), [tea], 'by a part of a word');
  t.same(await found('مزرعة'), [tea], 'without vowel signs');
  t.same(await found('0%'), [form], 'signs mean themselves');
  t.same(await found('sawah pantai'), [], 'all words have to be there');
  const documents = await findMedia(db, { site: site.id, library: 'own', kind: 'document' });
  t.match(documents, { total: 1, pages: 1, items: [{ id: form, title: 'Formulir 100%', language: 'id' }] });
});

t.test('a long library comes in pages', async (t) => {
  const site = await makeSite(db);
  const row = { site: site.id, width: 200, height: 100, widths: [200] };
  const ids = Array.from({ length: 30 }, (_, i) => `00000000-0000-4000-8000-0000000000${i + 10}`);
  await db
    .insertInto('media')
    .values(ids.map((id) => ({ ...row, id, digest: id })))
    .execute();
  const page = async (n: number) => findMedia(db, { site: site.id, library: 'own', page: n });
  const [first, second] = [await page(1), await page(2)];
  t.match([first.total, first.pages, first.items.length, second.items.length], [30, 2, 24, 6]);
  t.equal(new Set([...first.items, ...second.items].map(({ id }) => id)).size, 30);
});

t.test('what is said of a picture can be changed, once for each version', async (t) => {
  const site = await makeSite(db);
  const id = await add(site, { id: 'Lama' });
  const change = mediaChange.parse({
    alt: { id: 'Baru', en: 'New', ja: '' },
    caption: { id: 'Di Tokyo' },
    credit: 'Déwi',
    licence: 'CC BY 4.0',
    focus: { x: 0.25, y: 1 },
  });
  const after = await updateMedia(db, actor, site, id, 1, change);
  t.match(after, { version: 2, alt: { id: 'Baru', en: 'New' }, focusX: 0.25, focusY: 1, credit: 'Déwi' });
  t.notOk('ja' in after.alt, 'an empty text is none');
  t.equal((await updateMedia(db, actor, site, id, 2, { licence: '' })).credit, 'Déwi', 'the rest stays');
  await t.rejects(updateMedia(db, actor, site, id, 2, {}), { code: 'stale-version' });
  await t.rejects(updateMedia(db, actor, await makeSite(db), id, 3, {}), { code: 'not-found' });
  await t.rejects(updateMedia(db, actor, site, 'x', 3, {}), { code: 'not-found' });
  const found = await findMedia(db, { site: site.id, library: 'own', words: 'dewi tokyo' });
  t.equal(found.total, 1, 'it is found by its new words');
  const audit = db.selectFrom('audit').select(['action', 'before']).where('subject', '=', `media:${id}`);
  t.match(await audit.where('action', '=', 'media.update').orderBy('id').execute(), [
    { before: { version: 1 } },
    {},
  ]);
});

t.test('what is said wrongly is refused, naming the field', async (t) => {
  const path = (change: object) => mediaChange.safeParse(change).error?.issues[0]?.path.join('.');
  t.equal(path({ alt: { klingonese: 'x' } }), 'alt.klingonese');
  t.equal(path({ focus: { x: 1.1, y: 0 } }), 'focus.x');
  t.equal(path({ credit: 'x'.repeat(201) }), 'credit');
});

t.test('pages are told of a change where they may show it', async (t) => {
  const site = await makeSite(db);
  const id = await add(site);
  const start = await currentGeneration(db);
  await updateMedia(db, actor, site, id, 1, { credit: 'a' });
  t.same(await tagsSince(start), [], 'nobody shows it');
  await uses('post:1', [id]);
  await updateMedia(db, actor, site, id, 2, { credit: 'b' });
  await uses('headline:2', [id]);
  await updateMedia(db, actor, site, id, 3, { credit: 'c' });
  t.same(await tagsSince(start), [[`site:${site.id}`], ['all']]);
});

t.test('the ministry alone shares, and what it shares every site may use', async (t) => {
  const site = await makeSite(db);
  const own = await add(site);
  const theirs = await add(await makeSite(db));
  const flag = await add(ministry, { id: 'Bendera' });
  await t.rejects(updateMedia(db, actor, site, own, 1, { shared: true }), { errors: [{ field: 'shared' }] });
  t.same([...(await findPicturesFor(db, site.id, [own, theirs, flag, 'x'])).keys()], [own]);
  t.equal(await findMediaItem(db, site.id, flag), undefined);
  await updateMedia(db, actor, ministry, flag, 1, { shared: true });
  t.same(new Set((await findPicturesFor(db, site.id, [own, theirs, flag])).keys()), new Set([own, flag]));
  t.match(await findMediaItem(db, site.id, flag), { alt: { id: 'Bendera' } });
  const shared = await findMedia(db, { site: site.id, library: 'shared' });
  t.same(
    shared.items.map(({ id }) => id),
    [flag],
  );
  t.equal(
    (await findPicturesFor(db, ministry.id, [theirs])).size,
    1,
    'the ministry takes over what is offered',
  );
});

t.test('what is in use stays, and says where it is used', async (t) => {
  const site = await makeSite(db);
  const [id, other] = [await add(site), await add(site)];
  await uses('post:1', [id, other, id]);
  await uses('headline:2', [id]);
  t.same(await findMediaUses(db, id), ['headline:2', 'post:1']);
  const remove = (version = 1) => removeMedia(db, actor, { mediaDir, site: site.id, id, version });
  await t.rejects(remove(), {
    code: 'conflict',
    errors: [
      { field: 'uses', message: 'headline:2' },
      { field: 'uses', message: 'post:1' },
    ],
  });
  t.ok((await filesOf(mediaDir)).some((file) => file.includes(id)));
  await uses('headline:2', []);
  await uses('post:1', [other]);
  await t.rejects(remove(2), { code: 'stale-version' });
  await remove();
  t.equal(await findMediaItem(db, site.id, id), undefined);
  t.notOk(
    (await filesOf(mediaDir)).some((file) => file.includes(id)),
    'its files are gone too',
  );
  t.same(await findMediaUses(db, other), ['post:1']);
  await t.rejects(remove(), { code: 'not-found' });
  t.notOk(await stands(`${mediaDir}/${id.slice(0, 2)}/${id}`));
});
