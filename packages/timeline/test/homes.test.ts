import { postInput, publishPost } from '@warta/posts';
import { publishHeadline } from '@warta/sync';
import t from 'tap';
import { findHomes } from '../src/index.ts';
import { actor, context, headline, network } from './support.ts';

t.test('a home shows 5 pinned, 5 from the ministry, then its own posts, 20 a page', async (t) => {
  const { db, kemlu, tokyo, home } = await network(t);
  const pinnedUntil = new Date(Date.now() + 3_600_000).toISOString();
  for (let i = 0; i < 6; i += 1) await publishHeadline(db, kemlu, headline({ pinnedUntil }), context());
  for (let i = 0; i < 6; i += 1) await publishHeadline(db, kemlu, headline(), context());
  for (let i = 0; i < 21; i += 1) {
    await publishPost(db, actor, tokyo, postInput.parse({ locale: 'id', title: 'Berita', body: 'Isi.' }));
  }
  const first = await home(tokyo);
  t.same(
    first.pinned.map((entry) => entry.number),
    [6, 5, 4, 3, 2],
  );
  t.same(
    first.headlines.map((entry) => entry.number),
    [12, 11, 10, 9, 8],
  );
  t.equal(first.moreHeadlines, true);
  t.equal(first.posts.length, 20);
  t.equal(first.older, true);
  const [second] = await findHomes(db, [{ site: tokyo.id, page: 2 }]);
  t.match(second, { pinned: [], headlines: [], older: false });
  t.equal(second?.posts.length, 1);
  t.equal(second?.posts[0]?.texts[0]?.slug, 'berita', 'the first of them, whose address has no number');
});
