import t from 'tap';
import { fourEyes } from '../desk/write.ts';
import { testService } from '../support.ts';
import { newPost, words, writerAs } from './writer.ts';

const ADDRESS = '/tokyo/id/pasar-malam-di-meguro';

t.test('four eyes hold for programs: who has written may not publish, whatever the token', async (t) => {
  const test = await testService(t);
  await fourEyes(test);
  const writer = await writerAs(test, 'contributor');
  const editor = await writerAs(test, 'content-editor');
  const head = await writerAs(test, 'head-of-site');
  const post = newPost();
  await writer.save(post);
  t.equal((await writer.move(post, 'publication', 1, {})).status, 403, 'a contributor publishes nothing');
  t.match((await writer.move(post, 'review', 1)).json(), { revision: 1, state: 'in-review' });

  t.match((await editor.move(post, 'changes', 1, { note: '' })).json(), { errors: [{ field: 'note' }] });
  t.equal((await editor.move(post, 'changes', 1, { note: 'Jam berapa?' })).json().state, 'changes-asked');
  t.match((await writer.call('GET', `/${post}/notes`)).json(), [
    { author: 'A content-editor', note: 'Jam berapa?', settledAt: null },
  ]);
  t.equal(
    (await editor.move(post, 'changes', 1, { note: 'Lagi' })).status,
    409,
    'it is not under review now',
  );
  await writer.save(post, { body: 'Pukul 17.' }, 1);
  const unseen = await writer.move(post, 'review', 1);
  t.match(unseen.json(), { status: 412, theirs: { revision: 2, content: { body: 'Pukul 17.' } } });
  await writer.move(post, 'review', 2);

  await editor.save(post, { body: 'Pukul 17.00.' }, 2);
  const own = await editor.move(post, 'publication', 3, {});
  t.match(own.json(), { status: 403, detail: /A colleague who has written nothing of this text/ });
  const past = await editor.move(post, 'publication', 3, { override: true, reason: 'Mendesak.' });
  t.match(past.json(), { status: 403, detail: /Only the head of site/ });
  const silent = await head.move(post, 'publication', 3, { override: true });
  t.match(silent.json(), { status: 422, errors: [{ field: 'reason' }] });
  t.equal(
    (await head.move(post, 'publication', 2, {})).status,
    412,
    'what was not looked at is not approved',
  );
  t.equal((await test.read(ADDRESS)).status, 404);

  const second = await writerAs(test, 'content-editor', { name: 'A second editor' });
  const published = await second.move(post, 'publication', 3);
  t.match(published.json(), { id: post, locale: 'id', url: `http://warta.test${ADDRESS}` });
  t.match((await test.read(ADDRESS)).body, 'Pukul 17.00.');

  await editor.save(post, { body: 'Pukul 18.' }, 3);
  const forced = await head.move(post, 'publication', 4, { override: true, reason: 'Salah jam.' });
  t.equal(forced.status, 200);
  const notes = (await editor.call('GET', `/${post}/notes`)).json();
  t.match(notes.at(-1), { author: 'A head-of-site', note: 'Salah jam.' });
  const log = await test.database.db.selectFrom('audit').select(['action', 'after']).execute();
  t.match(JSON.stringify(log.filter(({ action }) => action === 'post.publish-past-review')), 'Salah jam.');
});

t.test('a narrowed token of the head of site does not publish past review', async (t) => {
  const test = await testService(t);
  await fourEyes(test);
  const head = await writerAs(test, 'head-of-site', {
    scopes: ['posts:read', 'posts:write', 'posts:publish'],
  });
  const post = newPost();
  await head.save(post);
  const forced = await head.move(post, 'publication', 1, { override: true, reason: 'Mendesak.' });
  t.match(forced.json(), { status: 403, detail: /Only the head of site/ });
});

t.test(
  'a post is set for a moment, published, withdrawn with a notice, binned, and brought back',
  async (t) => {
    const test = await testService(t);
    const { call, save, move } = await writerAs(test, 'content-editor');
    const post = newPost();
    const state = async () => (await call('GET', `/${post}`)).json();
    await save(post);
    const cases: [string, RegExp][] = [
      ['2020-01-01T08:00:00Z', /has passed/],
      ['2030-01-01T08:00:00', /offset/],
    ];
    for (const [at, message] of cases) {
      t.match((await move(post, 'publication', 1, { at })).json(), { errors: [{ field: 'at', message }] });
    }
    const at = '2030-01-01T08:00:00+09:00';
    t.match((await move(post, 'publication', 1, { at })).json(), { publishAt: '2029-12-31T23:00:00.000Z' });
    t.match(await state(), { state: 'scheduled', publishAt: '2029-12-31T23:00:00.000Z' });
    t.equal((await test.read(ADDRESS)).status, 404);
    t.equal((await call('DELETE', `/${post}/publication`)).status, 204);
    t.match(await state(), { state: 'draft', publishAt: null });

    t.equal((await move(post, 'publication', 1)).status, 200);
    t.equal((await test.read(ADDRESS)).status, 200);
    t.equal((await call('POST', `/${post}/bin`)).status, 409, 'the bin takes nothing from readers');
    t.equal((await call('PUT', `/${post}/offer`, { note: 'Bagus.' })).status, 204);
    t.equal((await call('PUT', `/${post}/offer`, {})).status, 409);
    t.equal((await call('DELETE', `/${post}/offer`)).status, 204);
    const wrong = await call('DELETE', `/${post}/publication`, { notice: { id: '' } });
    t.match(wrong.json(), { status: 422, errors: [{ field: 'notice.id' }] });
    t.equal((await call('DELETE', `/${post}/publication`, { notice: { id: 'Dibatalkan.' } })).status, 204);
    t.match(await test.read(ADDRESS), { status: 410, body: /Dibatalkan\./ });
    t.equal((await state()).state, 'withdrawn');

    t.equal((await call('POST', `/${post}/bin`)).status, 204);
    t.equal((await state()).state, 'binned');
    t.equal((await move(post, 'publication', 1)).status, 404);
    t.equal((await call('DELETE', `/${post}/bin`)).status, 204);
    t.equal((await call('DELETE', `/${post}/bin`)).status, 404);
    t.equal((await state()).state, 'withdrawn');
  },
);

t.test(
  'what is looked at before publishing: findings, notes that are settled, a link for others',
  async (t) => {
    const test = await testService(t);
    const { call, save, move } = await writerAs(test, 'content-editor');
    const post = newPost();
    await save(post, { title: '', summary: '', body: 'Baca [di sini](https://example.org).' });
    t.match((await call('GET', `/${post}/texts/id/checks`)).json(), [
      { code: 'title-missing', stops: true, field: 'title' },
      { code: 'summary-missing', stops: false },
      { code: 'link-vague', about: 'di sini' },
    ]);
    t.match((await move(post, 'publication', 1)).json(), { status: 422, errors: [{ field: 'title' }] });

    const { id } = (await call('POST', `/${post}/notes`, { note: 'Judulnya?' })).json();
    t.equal((await call('PUT', `/${post}/notes/${id}/settled`)).status, 204);
    t.match((await call('GET', `/${post}/notes`)).json(), [{ id, settledAt: /^\d{4}-/ }]);
    t.equal((await call('PUT', `/${post}/notes/${newPost()}/settled`)).status, 404);

    await save(post, words, 1);
    const japanese = { title: '夜市', source: { locale: 'id', revision: 2 } };
    await save(post, japanese, null, 'ja');
    await save(post, { ...words, body: 'Baru.' }, 2);
    t.match((await call('GET', `/${post}/texts/ja/checks`)).json(), [{ code: 'source-newer' }]);
    const made = await call('POST', `/${post}/texts/id/previews`);
    t.match(made, { status: 201, headers: { 'cache-control': 'no-store' } });
    const { pathname } = new URL(made.json().url);
    t.match(await test.read(pathname), { status: 200, body: /Baru\./ });
  },
);
