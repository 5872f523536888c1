import t from 'tap';
import { DeskClient, makePerson, PASSWORD } from '../desk/desk-client.ts';
import { testService } from '../support.ts';
import { newPost, words, writerAs } from './writer.ts';

t.test('what a person is typing is kept for programs and for the desk alike', async (t) => {
  const test = await testService(t);
  const { call, save } = await writerAs(test, 'contributor');
  const post = newPost();
  const path = `/${post}/texts/id/autosave`;
  t.equal((await call('GET', path)).status, 404);
  const details = { start: '2026-12-04T09:00:00.000Z', allDay: true };
  const typing = { ...words, kind: 'event', tags: ['batik', 'meguro'], details };
  const kept = await call('PUT', path, { ...typing, revision: null });
  t.match(kept.json(), { savedAt: /^\d{4}-/ });
  t.match((await call('GET', path)).json(), { revision: null, content: typing });
  t.equal((await call('GET', `/${post}/texts/id`)).status, 404, 'no revision was made of it');

  const own = new DeskClient(test);
  await own.signIn('contributor.tokyo.13@example.org', PASSWORD);
  const here = `/desk/sites/tokyo/posts/${post}/id`;
  const page = (await own.get(here)).body;
  t.match(page, 'did not save', 'the desk offers it back');
  t.match(page, '2026-12-04T18:00', 'in the mission’s time zone');
  await own.send(`${here}/autosave`, {
    revision: null,
    fields: { kind: 'article', title: 'Di meja', date: '2019-08-17T10:00' },
  });
  t.match((await call('GET', path)).json().content, {
    title: 'Di meja',
    date: '2019-08-17T01:00:00.000Z',
  });
  const other = await writerAs(test, 'contributor', { name: 'Another' });
  t.equal((await other.call('GET', path)).status, 404, 'it is nobody else’s');

  t.equal((await call('DELETE', path)).status, 204);
  t.equal((await call('GET', path)).status, 404);
  await call('PUT', path, { title: 'Lagi', revision: null });
  await save(post);
  t.equal((await call('GET', path)).status, 404, 'saving forgets it');

  t.match((await call('PUT', path, { title: 'x' })).json(), { errors: [{ field: 'revision' }] });
  t.match((await call('PUT', `/${post}/texts/ar/autosave`, { revision: null })).status, 422);
  const cairo = await writerAs(test, 'contributor', { site: 'cairo' });
  t.equal((await cairo.call('PUT', path, { revision: null })).status, 404, 'nor on another site');
  const nobody = await test.call('PUT', `/sites/tokyo/posts${path}`, { revision: null });
  t.match(nobody.json(), { status: 403, detail: /belongs to a person/ });
});

t.test('texts to pass on are in the words that stand', async (t) => {
  const test = await testService(t);
  const { call, save, move } = await writerAs(test, 'content-editor');
  const post = newPost();
  const path = `/${post}/texts/id/share`;
  t.equal((await call('GET', path)).status, 404);
  await save(post, { tags: ['batik'] });
  t.equal((await call('GET', path)).status, 409, 'what was not published has no address');
  await move(post, 'publication', 1);
  await save(post, { title: 'Judul yang belum terbit' }, 1);
  const url = 'http://warta.test/tokyo/id/pasar-malam-di-meguro';
  const texts = (await call('GET', path)).json();
  t.same(Object.keys(texts), ['url', 'whatsapp', 'instagram', 'x', 'facebook']);
  t.match(texts, { url, instagram: /#batik$/ });
  for (const text of Object.values(texts).slice(1)) t.match(text, url);
  for (const text of Object.values(texts)) t.notMatch(text, 'belum terbit');
  t.match(texts.whatsapp, `*${words.title}*`);
});

t.test('the ministry reads what missions offer, and declines with a word', async (t) => {
  const test = await testService(t);
  const { call, save, move } = await writerAs(test, 'content-editor');
  const post = newPost();
  await save(post);
  await move(post, 'publication', 1);
  await call('PUT', `/${post}/offer`, { note: 'Ramai sekali.' });
  const [offer, ...others] = (await test.call('GET', '/offers')).json();
  t.same(others, []);
  t.match(offer, { site: 'tokyo', post, note: 'Ramai sekali.', offeredBy: 'A content-editor' });
  t.match(offer.texts, [{ locale: 'id', title: words.title }]);
  const refuse = (id: string, answer: string, headers = {}) =>
    test.call('POST', `/offers/${id}/refusal`, { answer }, headers);
  t.match((await refuse(offer.id, '')).json(), { status: 422, errors: [{ field: 'answer' }] });
  const key = { 'idempotency-key': 'once' };
  t.equal((await refuse(offer.id, 'Hanya untuk Tokyo.', key)).status, 204);
  t.equal((await refuse(offer.id, 'Hanya untuk Tokyo.', key)).status, 204, 'sent again, it is done once');
  t.equal((await refuse(offer.id, 'Lagi.')).status, 409);
  t.equal((await refuse(newPost(), 'x')).status, 404);
  t.same((await test.call('GET', '/offers')).json(), []);
  const { email } = await makePerson(test, 'content-editor', 'tokyo', 'Reader');
  const reader = new DeskClient(test);
  await reader.signIn(email);
  t.match((await reader.get(`/desk/sites/tokyo/posts/${post}/id/publication`)).body, 'Hanya untuk Tokyo.');
});
