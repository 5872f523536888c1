import { type Db, newId } from '@warta/database';
import { testDatabase } from '@warta/database/testing';
import { CATALOGUES } from '@warta/languages';
import { createSite } from '@warta/sites';
import { ministryInput, missionInput } from '@warta/sites/testing';
import t from 'tap';
import {
  CATEGORIES,
  isMediaPublic,
  NETWORK_TAGS,
  POST_KINDS,
  parseDetails,
  postInput,
  publishPost,
  readVideoLink,
} from '../src/index.ts';

const actor = { name: 'test', source: 'test' };
const start = '2026-12-04T17:30:00+13:00';

t.test('what a kind needs is checked, and the field that is wrong is named', async (t) => {
  const wrong: [Parameters<typeof parseDetails>[0], object, string[]][] = [
    ['article', { until: start }, ['details.until']],
    ['event', {}, ['details.start']],
    ['event', { start: '2026-12-04T17:30:00' }, ['details.start']],
    ['event', { start, end: '2026-12-04T17:29:59+13:00' }, ['details.end']],
    [
      'event',
      { start, place: { name: '', link: 'javascript:alert(1)' } },
      ['details.place.name', 'details.place.link'],
    ],
    ['opportunity', { type: 'gift' }, ['details.type', 'details.until']],
    ['gallery', { pictures: [] }, ['details.pictures']],
    ['gallery', { pictures: [{ media: 'x' }] }, ['details.pictures.0.media']],
    ['video', { link: 'https://evil.example/watch?v=dQw4w9WgXcQ' }, ['details.link']],
    ['page', { order: -1, label: { en: 'a'.repeat(31) } }, ['details.order', 'details.label.en']],
  ];
  for (const [kind, details, fields] of wrong) {
    const errors = fields.map((field) => ({ field }));
    t.throws(() => parseDetails(kind, details), { code: 'invalid', errors }, `${kind}: ${fields}`);
  }
  t.throws(() => parseDetails('event'), { errors: [{ field: 'details.start' }] }, 'nothing is not enough');
  for (const kind of POST_KINDS.filter((each) => ['article', 'notice', 'poster', 'page'].includes(each)))
    t.doesNotThrow(() => parseDetails(kind), `${kind} needs nothing`);
});

t.test('details are kept as they were given, and completed', async (t) => {
  t.same(parseDetails('event', { start }), { start, allDay: false });
  t.same(parseDetails('page', { label: { 'ZH-hans': '签证' } }), {
    order: 100,
    label: { 'zh-Hans': '签证' },
  });
});

t.test('what is shared by the network has a name in every language of the interface', async (t) => {
  const keys = [
    ...CATEGORIES.map((name) => `category.${name}`),
    ...NETWORK_TAGS.map((name) => `tag.${name}`),
  ];
  for (const { locale, messages } of CATALOGUES.values())
    t.same(
      keys.filter((key) => !messages.has(key)),
      [],
      locale,
    );
});

t.test('a video is known by every link its host gives out, and by no other', async (t) => {
  const youtube = 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0';
  const vimeo = 'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1';
  const frames: [string, string | undefined][] = [
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3', youtube],
    ['https://m.youtube.com/watch?v=dQw4w9WgXcQ', youtube],
    ['https://youtu.be/dQw4w9WgXcQ?si=abc', youtube],
    ['https://www.youtube.com/shorts/dQw4w9WgXcQ', youtube],
    ['https://www.youtube.com/live/dQw4w9WgXcQ?feature=share', youtube],
    ['https://vimeo.com/76979871', vimeo],
    ['https://vimeo.com/76979871/8272103f6e', `${vimeo}&h=8272103f6e`],
    ['https://player.vimeo.com/video/76979871?h=8272103f6e', `${vimeo}&h=8272103f6e`],
    ['https://dai.ly/x8abcde', 'https://geo.dailymotion.com/player.html?video=x8abcde'],
    ['https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ', undefined],
    ['https://evil.example/?u=https://youtu.be/dQw4w9WgXcQ', undefined],
    ['https://www.youtube.com/@channel', undefined],
    ['not an address', undefined],
  ];
  for (const [link, frame] of frames) t.equal(readVideoLink(link)?.frame, frame, link);
});

async function withPictures(t: Parameters<typeof testDatabase>[0]) {
  const { db } = await testDatabase(t);
  const open = (input: Parameters<typeof createSite>[2]) =>
    db.transaction().execute((trx) => createSite(trx, actor, input));
  const [kemlu, tokyo, cairo] = [
    await open(ministryInput()),
    await open(missionInput('tokyo')),
    await open(missionInput('cairo')),
  ];
  const pictureOf = async (site: { id: string }) => addPicture(db, site.id, site === kemlu);
  return { db, kemlu, tokyo, cairo, pictureOf };
}

async function addPicture(db: Db, site: string, shared = false): Promise<string> {
  const id = newId();
  const shape = { width: 800, height: 600, widths: [480], digest: id };
  await db
    .insertInto('media')
    .values({ id, site, shared, alt: '{}', ...shape })
    .execute();
  return id;
}

const gallery = (...media: string[]) =>
  postInput.parse({
    ...{ locale: 'id', title: 'Galeri', body: 'Isi.', kind: 'gallery' },
    details: { pictures: media.map((id) => ({ media: id })) },
  });

t.test(
  'a gallery shows the site’s own pictures and those the ministry shares, never another mission’s',
  async (t) => {
    const { db, kemlu, tokyo, cairo, pictureOf } = await withPictures(t);
    const [own, shared, foreign] = [await pictureOf(tokyo), await pictureOf(kemlu), await pictureOf(cairo)];
    await publishPost(db, actor, tokyo, gallery(own, shared));
    await t.rejects(publishPost(db, actor, tokyo, gallery(own, foreign, newId())), {
      code: 'invalid',
      errors: [{ field: 'details.pictures.1.media' }, { field: 'details.pictures.2.media' }],
    });
    t.equal(await isMediaPublic(db, own), true, 'what a gallery shows is served');
    t.equal(await isMediaPublic(db, shared), true);
    t.equal(await isMediaPublic(db, foreign), false);
  },
);

t.test('a picture that only a draft or something withdrawn or binned shows is not served', async (t) => {
  const { db, tokyo, pictureOf } = await withPictures(t);
  const picture = await pictureOf(tokyo);
  const video = { link: 'https://youtu.be/dQw4w9WgXcQ', poster: picture };
  const input = { locale: 'id', title: 'Video', body: 'Isi.', kind: 'video', details: video };
  const { id } = await publishPost(db, actor, tokyo, postInput.parse(input));
  t.equal(await isMediaPublic(db, picture), true);
  const set = (change: object) => db.updateTable('post').set(change).where('id', '=', id).execute();
  for (const state of ['draft', 'withdrawn'] as const) {
    await set({ state });
    t.equal(await isMediaPublic(db, picture), false, state);
  }
  await set({ state: 'live', binned_at: new Date() });
  t.equal(await isMediaPublic(db, picture), false, 'binned');
});
