import { findSite } from '@warta/sites';
import t from 'tap';
import { testService } from '../support.ts';
import { signedIn } from './desk-client.ts';
import { baseIn, open, POSTS, publish, save, words } from './write.ts';

t.test('a post is written, saved, published and changed, and readers get just that', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const here = await open(editor);
  t.equal((await save(editor, here, {})).location, `${here}?said=draft-saved`);
  t.equal((await test.read('/tokyo/id/pasar-malam-di-meguro')).status, 404, 'a draft is for the desk alone');
  t.notMatch((await test.read('/tokyo/')).body, 'Pasar malam');
  t.match((await editor.get(POSTS)).body, 'Pasar malam di Meguro');

  t.match((await publish(editor, here)).location, 'said=published');
  t.match((await test.read('/tokyo/id/pasar-malam-di-meguro')).body, 'ramai-ramai');
  t.match((await test.read('/tokyo/')).body, 'Pasar malam di Meguro');

  await save(editor, here, { title: 'Pasar malam diundur', slug: 'pasar-diundur' });
  t.match(
    (await test.read('/tokyo/id/pasar-malam-di-meguro')).body,
    'Meguro',
    'a saved change is not public',
  );
  t.match((await editor.get(here)).body, 'Changes not published');
  await publish(editor, here);
  t.match((await test.read('/tokyo/id/pasar-diundur')).body, 'Pasar malam diundur');
  const old = await test.read('/tokyo/id/pasar-malam-di-meguro');
  t.equal(old.status, 301, 'the old address leads to the new one');
  t.match(String(old.headers.location), 'pasar-diundur');
});

t.test('saving the same twice is saving once', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const here = await open(editor);
  await save(editor, here, {}, '');
  const again = await save(editor, here, {}, '');
  t.equal(again.status, 303, 'a retry is no conflict');
  t.match(again.location, 'said=draft-saved');
  const rows = await test.database.db.selectFrom('revision').select('n').execute();
  t.equal(rows.length, 1, 'and no second revision');
});

t.test('who comes second gets both texts side by side and loses nothing', async (t) => {
  const test = await testService(t);
  const one = await signedIn(test, 'content-editor', 'tokyo', 'One');
  const two = await signedIn(test, 'content-editor', 'tokyo', 'Another');
  const here = await open(one);
  await save(one, here, {});
  await two.get(here);
  await save(one, here, { body: 'Teks dari yang pertama.' });
  const conflict = await save(two, here, { body: 'Teks dari yang kedua.' }, '1');
  t.equal(conflict.status, 409);
  t.match(conflict.body, 'Teks dari yang kedua.', 'mine');
  t.match(conflict.body, 'Teks dari yang pertama.', 'theirs');
  t.match(conflict.body, /<ins>kedua<\/ins>|<ins>kedua/, 'what differs is marked');
  const merged = await two.post(here, {
    kind: 'article',
    ...words,
    body: 'Keduanya.',
    _base: baseIn(conflict.body),
  });
  t.equal(merged.status, 303);
  t.match((await one.get(here)).body, 'Keduanya.');
  t.match((await one.get(`${here}/revisions`)).body, 'Bring it back', 'and every state is still there');
});

t.test('an older state is compared by words and brought back', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const here = await open(editor);
  await save(editor, here, {});
  await save(editor, here, { body: 'Datanglah **sendiri**.' });
  const page = await editor.get(`${here}/revisions?from=1&to=2`);
  t.match(page.body, '<del>ramai-ramai</del>');
  t.match(page.body, '<ins>sendiri</ins>');
  await editor.post(`${here}/revisions`, { n: '1', base: '2' });
  t.match((await editor.get(here)).body, 'ramai-ramai');
});

t.test('what is typed is kept apart until it is saved', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const here = await open(editor);
  await save(editor, here, {});
  const kept = await editor.send(`${here}/autosave`, { revision: 1, fields: { title: 'Setengah ketik' } });
  t.equal(kept.status, 200);
  t.match((await editor.get(here)).body, 'did not save');
  const other = await signedIn(test, 'content-editor', 'tokyo', 'Another');
  t.notMatch((await other.get(here)).body, 'Setengah ketik', 'it is nobody else’s');
  const rows = await test.database.db.selectFrom('revision').select('n').execute();
  t.equal(rows.length, 1, 'the history is not littered');
  const fresh = await open(editor);
  await editor.send(`${fresh}/autosave`, { revision: null, fields: { title: 'Belum pernah disimpan' } });
  t.match((await editor.get('/desk/sites/tokyo')).body, 'Belum pernah disimpan', 'nor is a new post lost');
  t.match((await editor.get(fresh)).body, 'Belum pernah disimpan');
  await save(other, here, { title: 'Judul utuh' });
  const since = (await editor.get(here)).body;
  t.match(since, 'did not save', 'nor where a colleague has saved since');
  t.match(since, '<ins>Setengah</ins>', 'and what differs is shown');
  await save(editor, here, { title: 'Judul utuh sekali' }, '2');
  t.notMatch((await editor.get(here)).body, 'did not save');
});

t.test('another site’s posts are not found', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const here = await open(editor);
  await save(editor, here, {});
  const elsewhere = here.replace('/tokyo/', '/cairo/');
  const stranger = await signedIn(test, 'content-editor', 'cairo');
  for (const path of ['', '/publication', '/revisions', '/preview', '/preview/page']) {
    t.equal((await stranger.get(elsewhere + path)).status, 404, path || 'the form');
    t.equal((await stranger.get(here + path)).status, 403, path || 'the form');
  }
  t.equal((await stranger.post(elsewhere, { ...words, kind: 'article', _base: '' })).status, 404);
  const cairo = await findSite(test.database.db, 'cairo');
  const rows = await test.database.db
    .selectFrom('post')
    .select('id')
    .where('site', '=', cairo?.id ?? '')
    .execute();
  t.equal(rows.length, 0);
});
