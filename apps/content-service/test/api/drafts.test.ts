import t from 'tap';
import { testService } from '../support.ts';
import { newPost, words, writerAs } from './writer.ts';

t.test('a text is written, read back as it can be sent, changed, and nobody’s words are lost', async (t) => {
  const test = await testService(t);
  const { call, save } = await writerAs(test, 'contributor');
  const post = newPost();
  const made = await save(post, { category: 'culture', tags: ['batik', 'batik'] });
  t.match(made, { status: 201, headers: { etag: '"1"' } });
  t.same(made.json(), { id: post, locale: 'id', revision: 1, changed: true });
  t.equal((await test.read('/tokyo/id/pasar-malam-di-meguro')).status, 404, 'readers get nothing of it');

  const again = await save(post, { category: 'culture', tags: ['batik'] });
  t.match(again, { status: 200 }, 'the same sent again is not saved again');
  t.match(again.json(), { revision: 1, changed: false });

  const { content, ...text } = (await call('GET', `/${post}/texts/id`)).json();
  t.match(text, { state: 'draft', revision: 1, savedBy: 'A contributor', standing: null, next: null });
  t.match(content, { ...words, kind: 'article', category: 'culture', tags: ['batik'], slug: null });
  const changed = await save(post, { ...content, title: 'Pasar malam' }, 1);
  t.match(changed, { status: 200, headers: { etag: '"2"' } });

  const stale = await save(post, { ...content, title: 'Pasar pagi' }, 1);
  t.match(stale, { status: 412, headers: { etag: '"2"' } });
  t.match(stale.headers['content-type'], 'application/problem+json');
  t.match(stale.json(), {
    code: 'stale-version',
    errors: [{ field: 'If-Match' }],
    theirs: { revision: 2, content: { title: 'Pasar malam' } },
  });
  t.equal(
    (await save(post, { title: 'Sama sekali baru' })).status,
    412,
    'nor is one that is there made anew',
  );

  const lines = (await call('GET', `/${post}/texts/id/revisions`)).json();
  t.same(
    lines.map(({ n, title }: { n: number; title: string }) => [n, title]),
    [
      [2, 'Pasar malam'],
      [1, words.title],
    ],
  );
  const first = (await call('GET', `/${post}/texts/id/revisions/1`)).json();
  t.same(first.content, content);
  t.equal(
    (await save(post, first.content, 2)).json().revision,
    3,
    'sent back, a saved state is brought back',
  );
  t.equal((await call('GET', `/${post}/texts/id/revisions/9`)).status, 404);
});

t.test('what does not fit is refused, with what would be right', async (t) => {
  const test = await testService(t);
  const { call, save } = await writerAs(test, 'contributor');
  const post = newPost();
  const path = `/${post}/texts/id`;
  t.equal((await call('PUT', path, words)).status, 428, 'a change says what it changes');
  t.equal((await call('PUT', path, words, { 'if-match': '"1"', 'if-none-match': '*' })).status, 422);
  t.equal((await call('PUT', path, words, { 'if-none-match': '"3"' })).status, 422);
  t.equal((await save(post, {}, 1)).status, 404, 'there is nothing yet to be changed');
  t.match((await save(post, {}, null, 'ja')).status, 201);
  t.match((await save(post, {}, null, 'fr')).json(), { errors: [{ field: 'locale' }] });
  t.match((await save(post, { category: 'kitchen' })).json(), { errors: [{ field: 'category' }] });
  t.match((await save(post, { cover: newPost() })).json(), { errors: [{ field: 'cover' }] });
  t.match((await save(post, { heading: 'x' })).status, 422);
  t.equal((await call('GET', '/not-an-id')).status, 422);
  t.equal((await call('GET', `/${newPost()}`)).status, 404);
  t.match((await call('GET', '?state=lost')).json(), { errors: [{ field: 'state' }] });
});

t.test('a retry with its key gets the first answer, and does nothing twice', async (t) => {
  const test = await testService(t);
  const { call, save } = await writerAs(test, 'content-editor');
  const post = newPost();
  const key = { 'idempotency-key': 'one', 'if-none-match': '*' };
  const send = () => call('PUT', `/${post}/texts/id`, words, key);
  t.equal((await send()).status, 201);
  await save(post, { title: 'Pasar malam' }, 1);
  t.match(await send(), { status: 201, headers: { 'idempotent-replayed': 'true', etag: '"1"' } });
  t.equal((await call('GET', `/${post}/texts/id`)).json().revision, 2);

  const note = () => call('POST', `/${post}/notes`, { note: 'Jam?' }, { 'idempotency-key': 'two' });
  t.same((await note()).json(), (await note()).json());
  const other = await call('POST', `/${post}/notes`, { note: 'Lain' }, { 'idempotency-key': 'two' });
  t.match(other.json(), { status: 422, code: 'key-reused' });
  t.equal((await call('GET', `/${post}/notes`)).json().length, 1);

  const publish = () =>
    call('PUT', `/${post}/texts/id/publication`, {}, { 'idempotency-key': 'three', 'if-match': '"2"' });
  t.same((await publish()).json(), (await publish()).json());
  const withdraw = () => call('DELETE', `/${post}/publication`, undefined, { 'idempotency-key': 'four' });
  t.equal((await withdraw()).status, 204);
  t.match(await withdraw(), { status: 204, headers: { 'idempotent-replayed': 'true' } });
  t.equal((await call('DELETE', `/${post}/publication`)).status, 409, 'a new call is told that it is gone');
});

t.test('another site’s post is not found, whatever is asked of it', async (t) => {
  const test = await testService(t);
  const tokyo = await writerAs(test, 'content-editor');
  const cairo = await writerAs(test, 'head-of-site', { site: 'cairo' });
  const post = newPost();
  await tokyo.save(post);
  const { id: note } = (await tokyo.call('POST', `/${post}/notes`, { note: 'Rahasia' })).json();
  const first = { 'if-match': '"1"' };
  const tries = [
    cairo.call('GET', `/${post}`),
    cairo.call('GET', `/${post}/texts/id`),
    cairo.call('GET', `/${post}/texts/id/revisions`),
    cairo.call('GET', `/${post}/texts/id/revisions/1`),
    cairo.call('GET', `/${post}/texts/id/checks`),
    cairo.call('GET', `/${post}/notes`),
    cairo.call('POST', `/${post}/notes`, { note: 'x' }),
    cairo.call('PUT', `/${post}/notes/${note}/settled`),
    cairo.call('POST', `/${post}/texts/id/previews`),
    cairo.call('POST', `/${post}/texts/id/review`, undefined, first),
    cairo.call('POST', `/${post}/texts/id/changes`, { note: 'x' }, first),
    cairo.call('PUT', `/${post}/texts/id/publication`, {}, first),
    cairo.call('DELETE', `/${post}/publication`),
    cairo.call('PUT', `/${post}/offer`, {}),
    cairo.call('POST', `/${post}/bin`),
    cairo.call('DELETE', `/${post}/bin`),
    cairo.save(post, { title: 'Curian' }),
    cairo.save(post, { title: 'Curian' }, 1),
    cairo.save(post, { title: 'Curian' }, null, 'ar'),
  ];
  for (const [index, { status, body }] of (await Promise.all(tries)).entries()) {
    t.equal(status, 404, `try ${index}: ${body}`);
    t.notMatch(body, /Meguro|Rahasia/);
  }
  t.equal((await cairo.call('GET', '')).json().posts.length, 0);
  t.match((await tokyo.call('GET', `/${post}`)).json(), { state: 'draft', texts: [{ revision: 1 }] });
});

t.test('the list is filtered as at the desk, and a token sees what its person may', async (t) => {
  const test = await testService(t);
  const writer = await writerAs(test, 'contributor');
  const editor = await writerAs(test, 'content-editor');
  const [mine, theirs] = [newPost(), newPost()];
  await writer.save(mine, { title: 'Lomba batik' });
  await writer.save(mine, { title: 'バティック大会', slug: 'batik-taikai' }, null, 'ja');
  await editor.save(theirs, { title: 'Jam layanan', kind: 'notice' });
  await editor.move(theirs, 'publication', 1);
  const ids = async (query: string) =>
    (await writer.call('GET', query)).json().posts.map(({ id }: { id: string }) => id);
  t.same(await ids(''), [theirs, mine], 'the last changed first');
  t.same(await ids('?words=batik'), [mine]);
  t.same(await ids('?state=live'), [theirs]);
  t.same(await ids('?kind=notice'), [theirs]);
  t.same(await ids('?locale=ja'), [mine]);
  t.same(await ids('?mine=true'), [mine]);
  t.equal((await test.call('GET', '/sites/tokyo/posts?mine=true')).status, 422, 'a program’s own has none');
  t.match((await writer.call('GET', `/${mine}`)).json().texts, [{ locale: 'id' }, { locale: 'ja' }]);

  const narrow = await writerAs(test, 'content-editor', { name: 'Narrow', scopes: ['posts:read'] });
  t.equal((await narrow.save(newPost())).status, 403);
  t.equal((await narrow.call('GET', `/${mine}`)).status, 200);
  const elsewhere = await writerAs(test, 'contributor', { site: 'cairo' });
  t.equal((await test.call('GET', '/sites/tokyo/posts', undefined, { authorization: '' })).status, 401);
  t.equal((await test.call('GET', `/sites/tokyo/posts/${mine}`, undefined, elsewhere.token)).status, 403);
});
