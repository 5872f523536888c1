import { newId } from '@warta/database';
import { testDatabase } from '@warta/database/testing';
import { createSite } from '@warta/sites';
import { missionInput } from '@warta/sites/testing';
import t from 'tap';
import {
  draftInput,
  isMediaPublic,
  postInput,
  publishDraft,
  publishPost,
  releaseDuePosts,
  saveDraft,
} from '../src/index.ts';

const actor = { name: 'test', source: 'test' };
const LATER = new Date('2999-01-01T00:00:00Z');

async function tokyoSite(t: Parameters<typeof testDatabase>[0]) {
  const { db } = await testDatabase(t);
  const input = missionInput('tokyo', { locales: ['id', 'en', 'ja'] });
  const tokyo = await db.transaction().execute((trx) => createSite(trx, actor, input));
  const addPicture = async () => {
    const id = newId();
    const size = { width: 1600, height: 1000, widths: [480], formats: ['jpeg'] };
    await db
      .insertInto('media')
      .values({ id, site: tokyo.id, digest: id, ...size })
      .execute();
    return id;
  };
  const publish = async (post: string, base: number | null, fields: object, at?: Date) => {
    const words = draftInput.parse({ locale: 'id', title: 'Pasar malam', body: 'Datanglah.', ...fields });
    const saved = await saveDraft(db, actor, tokyo, words, { post, base });
    return publishDraft(db, actor, tokyo, saved, { at });
  };
  const shared = (post: string) =>
    db
      .selectFrom('post')
      .select(['category', 'tags', 'cover', 'details'])
      .where('id', '=', post)
      .executeTakeFirstOrThrow();
  /** The moment that was to come is now a minute ago. */
  const letPass = (post: string, locale = 'id', minutes = 1) =>
    db
      .updateTable('text')
      .set({ next_from: new Date(Date.now() - minutes * 60_000) })
      .where('post', '=', post)
      .where('locale', '=', locale)
      .execute();
  return { db, tokyo, addPicture, publish, shared, letPass };
}

t.test('what the languages share follows with the revision that was set for later', async (t) => {
  const { db, addPicture, publish, shared, letPass } = await tokyoSite(t);
  const [first, second] = [await addPicture(), await addPicture()];
  const post = newId();
  const event = { kind: 'event', category: 'culture', tags: ['batik'], cover: first };
  await publish(post, null, { ...event, details: { start: '2030-01-01T17:00:00+09:00' } });
  await publish(
    post,
    1,
    {
      ...{ kind: 'event', category: 'trade', tags: ['film'], cover: second },
      details: { start: '2030-01-02T18:00:00+09:00' },
    },
    LATER,
  );
  t.match(await shared(post), { category: 'culture', tags: ['batik'], cover: first });
  t.notOk(await isMediaPublic(db, second), 'nobody sees the new cover yet');
  t.equal(await releaseDuePosts(db), 0);

  await letPass(post);
  t.equal(await releaseDuePosts(db), 1);
  t.match(await shared(post), {
    ...{ category: 'trade', tags: ['film'], cover: second },
    details: { start: '2030-01-02T18:00:00+09:00', allDay: false },
  });
  t.ok(await isMediaPublic(db, second));
  t.notOk(await isMediaPublic(db, first));
  t.equal(await releaseDuePosts(db), 0, 'once');
});

t.test('where several languages fall due together, the latest moment decides', async (t) => {
  const { db, publish, shared, letPass } = await tokyoSite(t);
  const post = newId();
  await publish(post, null, { category: 'culture' });
  await publish(post, null, { locale: 'en', title: 'Night market', category: 'culture' });
  await publish(post, 1, { category: 'trade' }, LATER);
  await publish(post, 1, { locale: 'en', title: 'Night market', category: 'sport' }, LATER);
  await letPass(post, 'id', 1);
  await letPass(post, 'en', 2);
  t.equal(await releaseDuePosts(db), 1);
  t.equal((await shared(post)).category, 'trade');
});

t.test(
  'a further language by a program says nothing of what is shared, and changes none of it',
  async (t) => {
    const { db, tokyo, publish, shared, letPass } = await tokyoSite(t);
    const post = newId();
    await publish(post, null, { category: 'culture', tags: ['batik'] });
    const english = { locale: 'en', title: 'Night market', body: 'Come.', publishAt: LATER.toISOString() };
    await publishPost(db, actor, tokyo, postInput.parse({ ...english, translationOf: post }));
    await letPass(post, 'en');
    t.equal(await releaseDuePosts(db), 1);
    t.match(await shared(post), { category: 'culture', tags: ['batik'] });
  },
);

t.test('another site’s picture is no cover, neither saved nor published', async (t) => {
  const { db, publish, addPicture } = await tokyoSite(t);
  const cairo = await db
    .transaction()
    .execute((trx) => createSite(trx, actor, missionInput('cairo', { locales: ['id', 'ar'] })));
  const theirs = await addPicture();
  await db.updateTable('media').set({ site: cairo.id }).where('id', '=', theirs).execute();
  await t.rejects(publish(newId(), null, { cover: theirs }), {
    code: 'invalid',
    errors: [{ field: 'cover' }],
  });
  t.notOk(await isMediaPublic(db, theirs));
});
