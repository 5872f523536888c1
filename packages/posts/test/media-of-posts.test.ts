import { newId } from '@warta/database';
import { testDatabase } from '@warta/database/testing';
import { findMediaUses } from '@warta/media';
import { createSite, type Site } from '@warta/sites';
import { missionInput } from '@warta/sites/testing';
import t from 'tap';
import { isMediaPublic, noteMediaUse, postInput, publishPost, setPostState } from '../src/index.ts';

const actor = { name: 'test', source: 'test' };
const { db } = await testDatabase(t);
const makeSite = (slug: string) =>
  db.transaction().execute((trx) => createSite(trx, actor, missionInput(slug, { locales: ['id', 'ar'] })));
const [tokyo, cairo] = [await makeSite('tokyo'), await makeSite('cairo')];

async function addMedia(site: Site, set: object = {}): Promise<string> {
  const id = crypto.randomUUID();
  const size = { width: 1600, height: 1000, widths: [480, 1600], formats: ['avif', 'webp', 'jpeg'] };
  await db
    .insertInto('media')
    .values({ id, site: site.id, digest: id, ...size, ...set })
    .execute();
  return id;
}
const publish = (body: string, more: object = {}, cover?: string) => {
  const input = postInput.parse({ locale: 'id', title: 'Kabar', body, ...more });
  return publishPost(db, actor, tokyo, { ...input, cover });
};
const standingHtml = async (post: string, locale = 'id') =>
  (
    await db
      .selectFrom('standing_text')
      .select('html')
      .where('post', '=', post)
      .where('locale', '=', locale)
      .executeTakeFirst()
  )?.html;

t.test('a text shows the library’s picture with its words in the text’s language', async (t) => {
  const words = { alt: '{"id":"Sawah","en":"Rice"}', caption: '{"en":"In Bali"}', credit: 'Dewi' };
  const id = await addMedia(tokyo, words);
  const { id: post } = await publish(`Halo.\n\n![](/media/${id})`);
  const html = await standingHtml(post);
  t.match(
    html,
    `<source type="image/avif" srcset="/media/${id}/480.avif 480w, /media/${id}/1600.avif 1600w"`,
  );
  t.match(html, 'alt="Sawah" width="1600" height="1000" loading="lazy"');
  t.match(html, '<figcaption lang="en" dir="ltr">In Bali <small>Dewi</small></figcaption>');
  await publish(`![](/media/${id})`, { locale: 'ar', title: 'أرز', slug: 'aruz', translationOf: post });
  t.match(await standingHtml(post, 'ar'), 'alt="Rice" lang="en" dir="ltr"');
});

t.test('a picture that is not there, or another site’s, is refused by its name', async (t) => {
  const theirs = await addMedia(cairo);
  const form = await addMedia(tokyo, { kind: 'document' });
  for (const id of [theirs, form, crypto.randomUUID()]) {
    await t.rejects(publish(`Halo ![x](/media/${id})`), {
      code: 'invalid',
      errors: [{ field: 'body', message: `There is no picture /media/${id} in this site's library.` }],
    });
  }
  t.match(await standingHtml((await publish(`[Formulir](/media/${form})`)).id), `<a href="/media/${form}">`);
});

t.test('a post says what it uses, and readers get what they can see', async (t) => {
  const [cover, inText, form, unused] = await Promise.all([1, 2, 3, 4].map(() => addMedia(tokyo)));
  const { id: post } = await publish(`![](/media/${inText})\n\n[Formulir](/media/${form})`, {}, cover);
  const isPublic = () => Promise.all([cover, inText, form, unused].map((id) => isMediaPublic(db, id ?? '')));
  t.same(await findMediaUses(db, inText ?? ''), [`post:${post}`]);
  t.same(await findMediaUses(db, cover ?? ''), [`post:${post}`]);
  t.same(await isPublic(), [true, true, true, false]);
  await db.transaction().execute((trx) => setPostState(trx, post, 'withdrawn'));
  t.same(await isPublic(), [false, false, false, false]);
});

t.test('what is set for later is not served before', async (t) => {
  const [cover, inText] = await Promise.all([addMedia(tokyo), addMedia(tokyo)]);
  await publish(`![](/media/${inText})`, { publishAt: '2999-01-01T00:00:00+07:00' }, cover);
  t.same([await isMediaPublic(db, cover), await isMediaPublic(db, inText)], [false, false]);
  const later = await addMedia(tokyo);
  const { id: post } = await publish('Halo');
  const arabic = { locale: 'ar', title: 'أرز', slug: 'later', translationOf: post };
  await publish(`![](/media/${later})`, { ...arabic, publishAt: '2999-01-01T00:00:00+07:00' });
  t.same(await findMediaUses(db, later), [`post:${post}`], 'it cannot be removed');
  t.notOk(await isMediaPublic(db, later), 'a translation that follows later keeps its pictures to itself');
});

t.test('what is being worked on is kept, but not served', async (t) => {
  const [first, second] = await Promise.all([addMedia(tokyo), addMedia(tokyo)]);
  const { id: post } = await publish(`![](/media/${first})`);
  const revision = { post, locale: 'id', n: 2, title: 'x', summary: '', title_hash: '', body_hash: '' };
  const body = `![](/media/${second})`;
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('revision')
      .values({ ...revision, body, html: body, person: null, content_hash: null, created_by: 'test' })
      .execute();
    const draft = { post, locale: 'id', revision: 2, state: 'draft' as const };
    await trx
      .insertInto('draft')
      .values({
        ...draft,
        slug: null,
        approved: null,
        source_locale: null,
        source_revision: null,
        submitted_by: null,
      })
      .execute();
    await noteMediaUse(trx, post);
  });
  t.same(await findMediaUses(db, first), [`post:${post}`]);
  t.same(await findMediaUses(db, second), [`post:${post}`]);
  t.same([await isMediaPublic(db, first), await isMediaPublic(db, second)], [true, false]);
});

t.test('what a site uses for itself is public', async (t) => {
  const logo = await addMedia(tokyo);
  await db
    .insertInto('media_use')
    .values({ media: logo, owner: `site:${tokyo.id}` })
    .execute();
  t.ok(await isMediaPublic(db, logo));
  t.notOk(await isMediaPublic(db, newId()));
});
