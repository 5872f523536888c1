import t from 'tap';
import { testService } from '../support.ts';
import { signedIn } from './desk-client.ts';
import { open, publish, save } from './write.ts';

t.test('a mission offers what it has published, and the PR desk sees it', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const desk = await signedIn(test, 'pr-desk');
  const here = await open(editor);
  const above = here.replace(/\/id$/, '');
  await save(editor, here, {});
  t.equal((await editor.post(`${above}/offer`, { note: 'x' })).status, 409, 'a draft is not to be offered');
  await publish(editor, here);
  t.match((await editor.post(`${above}/offer`, { note: 'Ramai sekali.' })).location, 'said=offered');
  t.equal((await editor.post(`${above}/offer`, { note: 'x' })).status, 409, 'once is enough');
  const list = await desk.get('/desk/offers');
  t.match(list.body, 'Pasar malam di Meguro');
  t.match(list.body, 'Ramai sekali.');
  t.equal((await desk.get(here)).status, 200, 'the PR desk may read the post');
  t.equal((await desk.post(here, { title: 'x', _base: '1' })).status, 403, 'and not change it');
  t.equal((await editor.get('/desk/offers')).status, 403);
  const refusal = /\/desk\/offers\/[\w-]+\/refusal/.exec(list.body)?.[0] ?? '';
  const silent = await desk.post(refusal, { answer: ' ' });
  t.equal(silent.status, 422, 'an offer is not declined without a word');
  t.match(silent.body, 'id="field-answer-wrong"');
  t.equal((await editor.post(refusal, { answer: 'x' })).status, 403);
  t.match(
    (await desk.post(refusal, { answer: 'Bagus, tetapi hanya untuk Tokyo.' })).location,
    'offer-declined',
  );
  t.notMatch((await desk.get('/desk/offers')).body, 'Pasar malam');
  t.match((await editor.get(`${here}/publication`)).body, 'Bagus, tetapi hanya untuk Tokyo.');
  t.equal((await desk.post('/desk/offers/x/refusal', { answer: 'x' })).status, 404);
  t.match((await editor.post(`${above}/offer`, { note: 'Sekali lagi.' })).location, 'said=offered');
  await editor.post(`${above}/offer/back`);
  t.notMatch((await desk.get('/desk/offers')).body, 'Pasar malam');
});

t.test('the first page says what waits, what the ministry sent, and what the site lacks', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const writer = await signedIn(test, 'contributor', 'tokyo');
  const here = await open(writer);
  await save(writer, here, {});
  t.match((await writer.get('/desk/sites/tokyo')).body, /Your drafts[\s\S]*Pasar malam/);
  t.notMatch((await editor.get('/desk/sites/tokyo')).body, 'Pasar malam', 'a colleague’s draft is not mine');
  await writer.post(`${here}/review`, { revision: '1' });
  t.match((await editor.get('/desk/sites/tokyo')).body, /Waiting for a check[\s\S]*Pasar malam/);
  const translations = [{ locale: 'id', title: 'Imbauan', body: 'Isi.' }];
  await test.call('POST', '/headlines', { translations, audience: { all: true } });
  const page = await editor.get('/desk/sites/tokyo');
  t.match(page.body, /From the ministry[\s\S]*Imbauan/);
  t.match(page.body, 'An emergency number');
});
