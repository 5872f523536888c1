import { testDatabase } from '@warta/database/testing';
import { createSite, findHiddenSites } from '@warta/sites';
import { missionInput } from '@warta/sites/testing';
import t from 'tap';
import { up } from '../../../migrations/2026-11-25-51-hidden-addresses.ts';
import { postInput, publishPost } from '../src/index.ts';

const actor = { name: 'test', source: 'test' };

t.test('posts whose addresses are those of lists by now get others, and sites are named', async (t) => {
  const { db } = await testDatabase(t);
  const input = missionInput('tokyo', { locales: ['id', 'en'] });
  const tokyo = await db.transaction().execute((trx) => createSite(trx, actor, input));
  const write = (title: string, more: object = {}) =>
    publishPost(db, actor, tokyo, postInput.parse({ locale: 'en', title, body: 'Text.', ...more }));
  t.equal((await write('Events')).slug, 'events-post', 'a new post is moved aside');
  await t.rejects(write('x', { slug: 'opportunities' }), { code: 'invalid', errors: [{ field: 'slug' }] });

  const hidden = await write('Evenings');
  const other = await write('Other');
  await db.updateTable('address').set({ slug: 'events' }).where('post', '=', hidden.id).execute();
  await db.updateTable('text').set({ slug: 'events' }).where('post', '=', hidden.id).execute();
  await up(db as never);
  const standing = (post: string) =>
    db.selectFrom('standing_text').select('slug').where('post', '=', post).execute();
  const addresses = (post: string) =>
    db.selectFrom('address').select(['slug', 'current']).where('post', '=', post).execute();
  t.same(await standing(hidden.id), [{ slug: 'events-post-2' }], 'beside one that has that name already');
  t.same(await addresses(hidden.id), [{ slug: 'events-post-2', current: true }]);
  t.same(await addresses(other.id), [{ slug: 'other', current: true }], 'others keep theirs');

  t.same(await findHiddenSites(db), []);
  await db.updateTable('site').set({ slug: 'events' }).where('id', '=', tokyo.id).execute();
  t.same(await findHiddenSites(db), ['events'], 'a site at such an address is told of');
  await db.updateTable('site').set({ host: 'tokyo.example' }).where('id', '=', tokyo.id).execute();
  t.same(await findHiddenSites(db), [], 'at a host of its own it is read');
});
