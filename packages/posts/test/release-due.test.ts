import { newId } from '@warta/database';
import { testDatabase } from '@warta/database/testing';
import { createSite } from '@warta/sites';
import { missionInput } from '@warta/sites/testing';
import { sql } from 'kysely';
import t from 'tap';
import {
  draftInput,
  findDraft,
  isMediaPublic,
  postInput,
  publishDraft,
  publishPost,
  releaseDuePosts,
  saveDraft,
  withdrawPost,
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
  const standing = (post: string) =>
    db
      .selectFrom('standing_text as s')
      .innerJoin('post as p', 'p.id', 's.post')
      .select(['s.locale', 's.slug', 's.title'])
      .where('p.id', '=', post)
      .where('p.state', '=', 'live')
      .where('p.publish_at', '<=', sql<Date>`now()`)
      .orderBy('s.locale')
      .execute();
  return { db, tokyo, addPicture, publish, shared, letPass, standing };
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

t.test('a new address of what was set for later is its address from then on', async (t) => {
  const { db, publish, letPass, standing } = await tokyoSite(t);
  const post = newId();
  await publish(post, null, { slug: 'pasar-malam' });
  await publish(post, 1, { slug: 'pasar-pagi', title: 'Pasar pagi' }, LATER);
  t.match(await standing(post), [{ slug: 'pasar-malam', title: 'Pasar malam' }]);
  await letPass(post);
  await releaseDuePosts(db);
  t.match(await standing(post), [{ slug: 'pasar-pagi', title: 'Pasar pagi' }]);
});

t.test(
  'one language published at once leaves another under its embargo, and the other way round',
  async (t) => {
    const { publish, letPass, standing, db } = await tokyoSite(t);
    const post = newId();
    const english = { locale: 'en', title: 'Night market' };
    await publish(post, null, {}, LATER);
    t.equal((await publish(post, null, english)).publishAt.getFullYear() < 2999, true);
    t.match(await standing(post), [{ locale: 'en' }]);
    t.equal((await standing(post)).length, 1, 'what waits for its moment waits on');
    await letPass(post);
    await releaseDuePosts(db);
    t.equal((await standing(post)).length, 2);

    const other = newId();
    const later = new Date(LATER.getTime() + 86_400_000);
    await publish(other, null, {}, LATER);
    await publish(other, null, { ...english, title: 'Later' }, LATER);
    t.same((await publish(other, 1, { title: 'Lebih nanti' }, later)).publishAt, later);
    await db.updateTable('post').set({ publish_at: new Date() }).where('id', '=', other).execute();
    t.match(await standing(other), [{ locale: 'en' }]);
    t.equal((await standing(other)).length, 1, 'one that is moved leaves the other its moment');
  },
);

t.test('of what was withdrawn, only what is published again comes back', async (t) => {
  const { db, tokyo, publish, standing } = await tokyoSite(t);
  const { id: post } = await publishPost(
    db,
    actor,
    tokyo,
    postInput.parse({ locale: 'en', title: 'Wrong', body: 'x' }),
  );
  await publish(post, null, {});
  await withdrawPost(db, actor, tokyo, post);
  await publish(post, 1, { title: 'Pasar malam, benar' });
  t.match(await standing(post), [{ locale: 'id', title: 'Pasar malam, benar' }]);
  t.equal((await standing(post)).length, 1);
  t.match(await findDraft(db, tokyo.id, post, 'en'), { title: 'Wrong', state: 'draft', standing: null });
});

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
