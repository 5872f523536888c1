import { currentGeneration, findChanges } from '@warta/changes';
import { testDatabase } from '@warta/database/testing';
import { createSite } from '@warta/sites';
import { missionInput } from '@warta/sites/testing';
import t from 'tap';
import { postInput, publishPost, releaseDuePosts } from '../src/index.ts';

const actor = { name: 'test', source: 'test' };
const words = (more: object = {}) =>
  postInput.parse({ locale: 'id', title: 'Kabar baru', body: 'Isi.', ...more });

async function tokyoSite(t: Parameters<typeof testDatabase>[0]) {
  const { db } = await testDatabase(t);
  const input = missionInput('tokyo', { locales: ['id', 'en', 'ja'] });
  const tokyo = await db.transaction().execute((trx) => createSite(trx, actor, input));
  const standing = () =>
    db.selectFrom('standing_text').select(['locale', 'slug']).orderBy('locale').execute();
  return { db, tokyo, standing };
}

t.test('a title makes the address, with a number where it is taken', async (t) => {
  const { db, tokyo } = await tokyoSite(t);
  const slugs = [];
  for (let i = 0; i < 3; i += 1) slugs.push((await publishPost(db, actor, tokyo, words())).slug);
  t.same(slugs, ['kabar-baru', 'kabar-baru-2', 'kabar-baru-3']);
  const slug = async (title: string) => (await publishPost(db, actor, tokyo, words({ title }))).slug;
  t.equal(await slug('Virus H1 H-h1'), 'virus-h1-h-h1-post', 'never one that reads like a headline');
  t.equal(await slug('Headlines'), 'headlines-post', 'never one that is a list');
  t.match(await slug('インドネシア映画'), /^[a-z0-9-]+$/);
});

t.test('an address that is asked for is given or refused, never another one', async (t) => {
  const { db, tokyo } = await tokyoSite(t);
  await publishPost(db, actor, tokyo, words({ slug: 'sekali' }));
  for (const slug of ['sekali', 'category', 'apa-h12']) {
    await t.rejects(publishPost(db, actor, tokyo, words({ slug })), {
      code: 'invalid',
      errors: [{ field: 'slug' }],
    });
  }
  await t.rejects(publishPost(db, actor, tokyo, words({ title: '???' })), { errors: [{ field: 'slug' }] });
  t.equal(
    (await db.selectFrom('post').select('id').execute()).length,
    1,
    'what is refused leaves nothing behind',
  );
});

t.test('a translation joins its post, once for each language', async (t) => {
  const { db, tokyo, standing } = await tokyoSite(t);
  const { id } = await publishPost(db, actor, tokyo, words());
  const japanese = words({ locale: 'ja', title: '新着', slug: 'shinchaku', translationOf: id });
  t.equal((await publishPost(db, actor, tokyo, japanese)).id, id);
  t.match(await standing(), [{ locale: 'id' }, { locale: 'ja', slug: 'shinchaku' }]);
  await t.rejects(publishPost(db, actor, tokyo, { ...japanese, slug: 'lagi' }), { code: 'conflict' });
});

t.test('what is set for later stands at its moment, and is announced once', async (t) => {
  const { db, tokyo, standing } = await tokyoSite(t);
  const later = '2999-01-01T00:00:00+07:00';
  const { id } = await publishPost(db, actor, tokyo, words());
  await publishPost(db, actor, tokyo, words({ title: 'Nanti', publishAt: later }));
  await publishPost(
    db,
    actor,
    tokyo,
    words({ locale: 'en', title: 'Later', translationOf: id, publishAt: later }),
  );
  t.equal(await releaseDuePosts(db), 0);
  t.notOk((await standing()).some((text) => text.locale === 'en'));

  const past = new Date('2020-01-01T00:00:00Z');
  await db.updateTable('post').set({ publish_at: past }).where('announced', '=', false).execute();
  await db.updateTable('text').set({ next_from: past }).where('next_from', 'is not', null).execute();
  t.ok(
    (await standing()).some((text) => text.locale === 'en'),
    'readers need no job for that',
  );
  const before = await currentGeneration(db);
  t.equal(await releaseDuePosts(db), 2);
  t.match(await findChanges(db, before), [{ tags: [`site:${tokyo.id}`] }]);
  t.equal(await releaseDuePosts(db), 0);
  t.ok(
    (await standing()).some((text) => text.locale === 'en'),
    'and it stays',
  );
});

t.test('revisions cannot be changed', async (t) => {
  const { db, tokyo } = await tokyoSite(t);
  await publishPost(db, actor, tokyo, words());
  await t.rejects(db.updateTable('revision').set({ title: 'x' }).execute(), { message: /append-only/ });
  await t.rejects(db.deleteFrom('revision').execute(), { message: /append-only/ });
});
