import type { Db } from '@warta/database';
import { type PostInput, postInput, publishPost } from '@warta/posts';
import t from 'tap';
import { findFrames, findHomes } from '../src/index.ts';
import { actor, network } from './support.ts';

const words = (more: object): PostInput =>
  postInput.parse({ locale: 'id', title: 'Judul', body: 'Isi.', ...more });

/** The same database, counting what is asked of it. */
function counting(db: Db): { db: Db; count: () => number } {
  let asked = 0;
  const plugin: Parameters<Db['withPlugin']>[0] = {
    transformQuery: ({ node }) => {
      asked += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { db: db.withPlugin(plugin) as Db, count: () => asked };
}

t.test('pages stand in the menu in the order of their site, and not among its posts', async (t) => {
  const { db, tokyo, cairo, home } = await network(t);
  const page = (title: string, order?: number) =>
    publishPost(db, actor, tokyo, words({ title, kind: 'page', ...(order && { details: { order } }) }));
  await page('Terakhir');
  await page('Kedua', 20);
  await page('Pertama', 10);
  const later = words({ title: 'Nanti', kind: 'page', publishAt: '2999-01-01T00:00:00Z' });
  await publishPost(db, actor, tokyo, later);
  await publishPost(db, actor, tokyo, words({ title: 'Berita' }));

  const { posts, frame, freshForMs } = await home(tokyo);
  t.match(posts, [{ kind: 'article', texts: [{ title: 'Berita' }] }]);
  t.same(titles(frame.pages), ['Pertama', 'Kedua', 'Terakhir']);
  t.ok((freshForMs ?? 0) > 0, 'and it changes when the next one is due');
  const [own, other] = await findFrames(db, [tokyo.id, cairo.id]);
  t.same(titles(own?.frame.pages ?? []), ['Pertama', 'Kedua', 'Terakhir']);
  t.match(other, {
    frame: { pages: [], lists: { events: false, opportunities: false }, logo: null, hero: null },
    freshForMs: null,
  });
});

t.test('homes with all that stands around them take two queries, whatever their number', async (t) => {
  const { db, kemlu, tokyo, cairo } = await network(t);
  await publishPost(db, actor, tokyo, words({ kind: 'page' }));
  const counted = counting(db);
  await findHomes(
    counted.db,
    [kemlu, tokyo, cairo].map(({ id }) => ({ site: id, page: 1 })),
  );
  t.equal(counted.count(), 2);
});

t.test('a list knows when the next of its opportunities closes', async (t) => {
  const { db, tokyo, home } = await network(t);
  const offer = (until: Date) =>
    words({ kind: 'opportunity', details: { type: 'job', until: until.toISOString() } });
  const inAnHour = new Date(Date.now() + 3_600_000);
  await publishPost(db, actor, tokyo, offer(new Date('2020-01-01T00:00:00Z')));
  t.equal((await home(tokyo)).freshForMs, null, 'one that is closed does not change any more');
  await publishPost(db, actor, tokyo, offer(new Date('2999-01-01T00:00:00Z')));
  await publishPost(db, actor, tokyo, offer(inAnHour));
  const { freshForMs, posts } = await home(tokyo);
  t.equal(freshForMs, inAnHour.getTime() - (posts[0]?.asOf.getTime() ?? 0));
});

t.test('only what is live, of now and not binned is read, at an address as in a list', async (t) => {
  const { db, tokyo, home, at } = await network(t);
  await publishPost(db, actor, tokyo, words({ slug: 'surat' }));
  await publishPost(db, actor, tokyo, words({ kind: 'page', slug: 'hal' }));
  const set = (change: object) => db.updateTable('post').set(change).execute();
  const seen = async () => {
    const { posts, frame } = await home(tokyo);
    const [post, page] = [await at(tokyo, 'id', 'surat'), await at(tokyo, 'id', 'hal')];
    return { posts: posts.length, menu: frame.pages.length, post: post?.kind, page: page?.kind };
  };
  const nothing = { posts: 0, menu: 0, post: undefined, page: undefined };
  t.same(await seen(), { posts: 1, menu: 1, post: 'post', page: 'post' });
  await set({ state: 'draft' });
  t.same(await seen(), nothing, 'a draft');
  await set({ state: 'withdrawn' });
  t.same(await seen(), { posts: 0, menu: 0, post: 'gone', page: 'gone' }, 'what was withdrawn');
  await set({ binned_at: new Date() });
  t.same(await seen(), nothing, 'what is in the bin');
  await set({ state: 'live', binned_at: null, publish_at: '2999-01-01T00:00:00Z' });
  t.same(await seen(), nothing, 'what is for later');
  await set({ state: 'withdrawn', announced: false, publish_at: '2020-01-01T00:00:00Z' });
  t.same(await seen(), nothing, 'what was withdrawn before anybody could see it');
});

const titles = (pages: { texts: { title: string }[] }[]) => pages.map(({ texts }) => texts[0]?.title);
