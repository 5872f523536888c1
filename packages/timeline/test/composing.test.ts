import type { Db } from '@warta/database';
import {
  draftInput,
  findDrafts,
  listPosts,
  offerPost,
  postInput,
  publishPost,
  saveDraft,
} from '@warta/posts';
import type { Site } from '@warta/sites';
import {
  beginFromOffer,
  beginHeadline,
  correctFromDrafts,
  findHeadline,
  findPlan,
  listHeadlineDrafts,
  publishHeadline,
  recallHeadline,
  resendingInput,
  savePlan,
  sendHeadline,
  sendingInput,
} from '@warta/sync';
import { sql } from 'kysely';
import t from 'tap';
import { actor, context, headline, network } from './support.ts';

const everybody = sendingInput.parse({ audience: { all: true } });
const again = resendingInput.parse({ audience: { all: true } });
const words = (locale: string, title: string) => draftInput.parse({ locale, title, body: `${title}.` });

const begin = (db: Db, kemlu: Site) => db.transaction().execute((trx) => beginHeadline(trx, actor, kemlu));
const write = (
  db: Db,
  kemlu: Site,
  post: string,
  locale: string,
  title: string,
  base: number | null = null,
) => saveDraft(db, actor, kemlu, words(locale, title), { post, base, of: 'headline' });

t.test('a headline is written at the desk in any language, and readers get what was looked at', async (t) => {
  const { db, kemlu, tokyo, home, at } = await network(t);
  const id = await begin(db, kemlu);
  t.same(await listHeadlineDrafts(db, kemlu.id), [], 'nothing is written yet');
  await write(db, kemlu, id, 'en', 'Advisory');
  await write(db, kemlu, id, 'ja', '注意喚起');
  t.match(await listHeadlineDrafts(db, kemlu.id), [{ id, texts: [{ locale: 'en' }, { locale: 'ja' }] }]);
  t.equal((await home(tokyo)).headlines.length, 0);
  t.same((await listPosts(db, kemlu.id)).posts, [], 'it is no post of the ministry’s blog');
  await t.rejects(saveDraft(db, actor, kemlu, words('en', 'X'), { post: id, base: 1 }), {
    code: 'not-found',
  });

  await write(db, kemlu, id, 'en', 'Advisory for travellers', 1);
  const stale = sendHeadline(db, kemlu, id, everybody, { en: 1, ja: 1 }, context());
  await t.rejects(stale, { code: 'conflict' }, 'somebody has saved since it was looked at');
  t.equal((await home(tokyo)).headlines.length, 0, 'and nothing went out');
  const sent = await sendHeadline(db, kemlu, id, everybody, { en: 2, ja: 1 }, context());
  t.match(sent, { version: 1, count: 2, slugs: { en: /^advisory-for-travellers-h/ } });
  t.match(await at(tokyo, 'ja', sent.slugs.ja ?? ''), {
    entry: { texts: [{ locale: 'en' }, { locale: 'ja' }] },
  });
  t.same(await listHeadlineDrafts(db, kemlu.id), []);
  await t.rejects(sendHeadline(db, kemlu, id, everybody, { en: 2 }, context()), { code: 'conflict' });
});

t.test('a correction begins from what stands, also where a program had sent it', async (t) => {
  const { db, kemlu, tokyo, at } = await network(t);
  const { id } = await publishHeadline(db, kemlu, headline(), context());
  const drafts = await findDrafts(db, kemlu.id, id, 'headline');
  t.match(drafts, [{ locale: 'en', title: 'Advisory', revision: 1, state: 'published' }, { locale: 'id' }]);
  await write(db, kemlu, id, 'en', 'Advisory, corrected', 1);
  t.match(await at(tokyo, 'en', 'advisory-h1'), { entry: { version: 1 } }, 'readers have the old words');
  const noted = { ...again, note: 'The number was wrong.' };
  await correctFromDrafts(db, id, 1, noted, { en: 2, id: 1 }, context());
  const slug = 'advisory-corrected-h1';
  t.match(await at(tokyo, 'en', slug), {
    entry: { version: 2 },
    corrected: { note: 'The number was wrong.' },
  });
  await correctFromDrafts(db, id, 2, again, { en: 2, id: 1 }, context());
  t.match(
    await at(tokyo, 'en', slug),
    { entry: { version: 3 }, corrected: { note: 'The number was wrong.' } },
    'what mattered to readers stays said',
  );
});

t.test('a small mend leaves no mark', async (t) => {
  const { db, kemlu, tokyo, at } = await network(t);
  const { id } = await publishHeadline(db, kemlu, headline(), context());
  await correctFromDrafts(db, id, 1, again, { en: 1, id: 1 }, context());
  t.match(await at(tokyo, 'en', 'advisory-h1'), { entry: { version: 2 }, corrected: null });
});

t.test('an empty language is not sent, and says so', async (t) => {
  const { db, kemlu } = await network(t);
  const id = await begin(db, kemlu);
  await write(db, kemlu, id, 'en', '');
  const sending = sendHeadline(db, kemlu, id, everybody, { en: 1 }, context());
  await t.rejects(sending, { code: 'invalid', errors: [{ field: 'languages.en', why: 'empty.title' }] });
  const none = sendHeadline(db, kemlu, id, everybody, {}, context());
  await t.rejects(none, { code: 'invalid', errors: [{ field: 'languages' }] });
});

t.test('with four eyes a colleague sends what one has written', async (t) => {
  const { db, kemlu } = await network(t);
  const id = await begin(db, kemlu);
  await write(db, kemlu, id, 'en', 'Advisory');
  const careful = { ...kemlu, fourEyes: true };
  await t.rejects(sendHeadline(db, careful, id, everybody, { en: 1 }, context()), { code: 'forbidden' });
  const colleague = { actor: { name: 'colleague', source: 'test' }, receivedAt: new Date() };
  t.match(await sendHeadline(db, careful, id, everybody, { en: 1 }, colleague), { version: 1 });
  await recallHeadline(db, id, { reason: 'A recall waits for nobody.' }, context());
});

t.test('two who plan the same headline do not overwrite each other', async (t) => {
  const { db, kemlu } = await network(t);
  const id = await begin(db, kemlu);
  const plan = { audience: { regions: ['africa'] }, obligation: 'mandatory' };
  const save = (value: object, version: number) =>
    db.transaction().execute((trx) => savePlan(trx, actor, id, { ...value }, version));
  t.equal(await save(plan, 1), 2);
  t.equal(await save(plan, 2), 2, 'the same is no change');
  await t.rejects(save({}, 1), { code: 'stale-version' });
  t.match(await findPlan(db, id), { plan, version: 2 });
});

t.test('what a mission offers becomes a headline that is owed to it', async (t) => {
  const { db, kemlu, tokyo } = await network(t);
  const post = await publishPost(
    db,
    actor,
    tokyo,
    postInput.parse({ locale: 'ja', title: '文化祭', body: '本文', tags: ['budaya'] }),
  );
  await db.transaction().execute((trx) => offerPost(trx, actor, tokyo, post.id, 'For all?'));
  const { rows } = await sql<{ id: string }>`select id from offer`.execute(db);
  const offer = rows[0]?.id ?? '';
  const id = await db.transaction().execute((trx) => beginFromOffer(trx, actor, kemlu, offer));
  t.match(await findDrafts(db, kemlu.id, id, 'headline'), [
    { locale: 'ja', title: '文化祭', body: '本文', tags: ['budaya'], revision: 1 },
  ]);
  t.match(await findPlan(db, id), { plan: { credit: 'tokyo' }, offer });
  await sendHeadline(db, kemlu, id, { ...everybody, credit: 'tokyo' }, { ja: 1 }, context());
  t.match(await findHeadline(db, id), { credit: 'tokyo', translations: [{ locale: 'ja' }] });
  const twice = db.transaction().execute((trx) => beginFromOffer(trx, actor, kemlu, offer));
  await t.rejects(twice, { code: 'conflict' });
});
