import t from 'tap';
import { testService } from '../support.ts';
import { DeskClient, signedIn } from './desk-client.ts';
import { fourEyes, open, POSTS, publish, save } from './write.ts';

const revisionIn = (body: string) => /name="revision" value="(\d+)"/.exec(body)?.[1] ?? '';

t.test(
  'four eyes: who has written may not approve, the head may override with a reason, programs wait too',
  async (t) => {
    const test = await testService(t);
    await fourEyes(test);
    const writer = await signedIn(test, 'contributor', 'tokyo');
    const editor = await signedIn(test, 'content-editor', 'tokyo');
    const head = await signedIn(test, 'head-of-site', 'tokyo');
    const here = await open(writer);
    await save(writer, here, {});
    const revision = revisionIn((await writer.get(`${here}/publication`)).body);
    t.equal((await publish(writer, here)).status, 403, 'a contributor publishes nothing');
    t.match((await writer.post(`${here}/review`, { revision })).location, 'said=submitted');

    const asked = await editor.post(`${here}/changes`, { revision, note: 'Sebutkan jamnya.' });
    t.match(asked.location, 'said=changes-asked');
    t.match((await writer.get(here)).body, 'Sebutkan jamnya.');
    await save(writer, here, { body: 'Mulai pukul 17.' });
    const second = revisionIn((await writer.get(`${here}/publication`)).body);
    await writer.post(`${here}/review`, { revision: second });

    await save(editor, here, { body: 'Mulai pukul 17.00.' });
    t.equal((await publish(editor, here)).status, 403, 'the editor has saved since: four eyes are asked for');
    t.equal((await test.read('/tokyo/id/pasar-malam-di-meguro')).status, 404);
    const without = await publish(head, here, { override: 'on', reason: '' });
    t.equal(without.status, 422, 'an override has a reason');
    const other = await signedIn(test, 'content-editor', 'tokyo', 'A second editor');
    t.match((await publish(other, here)).location, 'said=published');
    t.equal((await test.read('/tokyo/id/pasar-malam-di-meguro')).status, 200);

    await save(editor, here, { title: 'Pasar malam, jam baru' });
    t.match((await publish(head, here, { override: 'on', reason: 'Salah jam.' })).location, 'said=published');
    t.match((await editor.get(here)).body, 'Published without a check: Salah jam.', 'colleagues see it');
    const log = await test.database.db.selectFrom('audit').select(['action', 'after']).execute();
    t.match(JSON.stringify(log.filter(({ action }) => action === 'post.publish-past-review')), 'Salah jam.');

    const answer = await test.call('POST', '/sites/tokyo/posts', {
      locale: 'id',
      title: 'Dari program',
      body: 'Isi.',
    });
    t.equal(answer.status, 202);
    t.equal(answer.json().state, 'in-review');
    t.equal((await test.read('/tokyo/id/dari-program')).status, 404);
  },
);

t.test('a post set for later appears then; cancelled it is a draft, withdrawn it says so', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const here = await open(editor);
  await save(editor, here, {});
  t.match((await publish(editor, here, { when: 'later', at: '2020-01-01T08:00' })).body, 'has passed');
  t.match((await publish(editor, here, { when: 'later', at: 'soon' })).body, 'is not a date and time');
  const unsure = await publish(editor, here, { when: 'now', at: '2030-01-01T08:00' });
  t.equal(unsure.status, 422, 'a time filled in beside "now" is asked about');
  t.match(unsure.body, /<span class="wrong" id="field-at-wrong">is filled in, though “Now” is chosen/);
  t.match(unsure.body, 'value="2030-01-01T08:00"', 'and stands there still');
  t.equal((await test.read('/tokyo/id/pasar-malam-di-meguro')).status, 404, 'nothing is out');
  t.match(
    (await publish(editor, here, { when: 'later', at: '2030-01-01T08:00' })).location,
    'said=scheduled',
  );
  const page = await editor.get(`${here}/publication`);
  t.match(page.body, '1 January 2030', 'in the mission’s zone');
  t.match(page.body, /Jakarta 1 January 2030 at 6[.:]00/, 'and in Jakarta’s');
  t.equal((await test.read('/tokyo/id/pasar-malam-di-meguro')).status, 404);
  await editor.post(`${here}/withdrawal`, {});
  t.match((await editor.get(POSTS)).body, 'Draft');

  await publish(editor, here);
  t.equal((await test.read('/tokyo/id/pasar-malam-di-meguro')).status, 200);
  await editor.post(`${here}/withdrawal`, { notice: 'Acara dibatalkan.' });
  const gone = await test.read('/tokyo/id/pasar-malam-di-meguro');
  t.equal(gone.status, 410);
  t.match(gone.body, 'Acara dibatalkan.');
});

t.test('the bin gives back what was put in, and takes nothing from readers', async (t) => {
  const test = await testService(t);
  const writer = await signedIn(test, 'contributor', 'tokyo');
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const here = await open(writer);
  await save(writer, here, {});
  const above = here.replace(/\/id$/, '');
  await publish(editor, here);
  t.equal((await writer.post(`${above}/bin`)).status, 409, 'a contributor takes nothing from readers');
  await editor.post(`${here}/withdrawal`, {});
  t.match((await writer.post(`${above}/bin`)).location, 'said=binned');
  t.notMatch((await writer.get(POSTS)).body, 'Pasar malam');
  t.match((await writer.get(`${POSTS}?state=binned`)).body, 'Pasar malam');
  await writer.post(`${above}/bin/restore`);
  t.match((await writer.get(POSTS)).body, 'Pasar malam');
});

t.test('a translation takes over what is shared, and says when its source has moved on', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const here = await open(editor);
  await save(editor, here, { category: 'culture', tag: ['batik'], tags: 'meguro' });
  const japanese = here.replace(/id$/, 'ja');
  const page = await editor.get(`${japanese}?from=id`);
  t.match(page.body, 'Datanglah', 'the source stands beside it');
  t.match(page.body, 'value="culture" selected');
  t.match(page.body, 'value="meguro"');
  const fields = {
    kind: 'article',
    title: '目黒の夜市',
    summary: '',
    body: 'お越しください。',
    category: 'culture',
  };
  await editor.post(japanese, { ...fields, '_source-locale': 'id', '_source-revision': '1', _base: '' });
  await publish(editor, here);
  await publish(editor, japanese);
  t.match((await test.read('/tokyo/ja/')).body, '目黒の夜市');
  await save(editor, here, { body: 'Datanglah pukul lima.' });
  t.match((await editor.get(japanese)).body, 'has changed since it was translated');
});

t.test('a preview can be seen by whoever has its link, and by nobody else', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const here = await open(editor);
  await save(editor, here, {});
  t.match((await editor.get(`${here}/preview/page`)).body, 'ramai-ramai');
  const made = await editor.post(`${here}/preview`);
  const link = /\/desk\/preview\/[\w-]+/.exec(made.body)?.[0] ?? '';
  const stranger = new DeskClient(test);
  const page = await stranger.get(link);
  t.equal(page.status, 200);
  t.match(page.body, 'Pasar malam di Meguro');
  t.equal(page.headers['cache-control'], 'no-store');
  t.match(page.headers['x-robots-tag'], 'noindex');
  t.equal((await stranger.get('/desk/preview/wrong')).status, 410);
  await test.database.db.updateTable('preview').set({ expires_at: '2020-01-01T00:00:00Z' }).execute();
  t.equal((await stranger.get(link)).status, 410);
});

t.test('what a kind needs is asked for beside its field, and nothing typed is lost', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const here = await open(editor, '?kind=event');
  await save(editor, here, { kind: 'event', 'place-name': 'Aula Rama' });
  const refused = await publish(editor, here);
  t.equal(refused.status, 422);
  t.match(refused.body, 'Begins');
  await save(editor, here, { kind: 'event', start: '2030-05-01T18:30', 'place-name': 'Aula Rama' });
  t.match((await editor.get(here)).body, 'value="2030-05-01T18:30"', 'in the mission’s time');
  await publish(editor, here);
  const page = await test.read('/tokyo/id/pasar-malam-di-meguro');
  t.match(page.body, 'Aula Rama');
  t.match(page.body, '2030-05-01T18:30:00+09:00');
});
