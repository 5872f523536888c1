import { postInput, publishPost } from '@warta/posts';
import { findSite, type Site } from '@warta/sites';
import t from 'tap';
import { actor, type TestService, testService } from '../support.ts';
import { type DeskClient, signedIn } from './desk-client.ts';
import { idsIn, LIBRARY, pdfFile, photoFile } from './media-support.ts';

async function sentBy(client: DeskClient, library = LIBRARY) {
  await client.get(library);
  const sent = await client.postFiles(library, [await photoFile()]);
  return idsIn(sent.location)[0] ?? '';
}

async function publish({ database: { db } }: TestService, cover: string) {
  const tokyo = (await findSite(db, 'tokyo')) as Site;
  const input = postInput.parse({ locale: 'en', title: 'Evening of dance', body: 'Come.' });
  return publishPost(db, actor, tokyo, { ...input, cover });
}

t.test(
  'words, rights and the middle of interest are kept, and a wrong one is said beside its field',
  async (t) => {
    const test = await testService(t);
    const client = await signedIn(test, 'contributor', 'tokyo');
    const id = await sentBy(client);
    const here = `${LIBRARY}/${id}`;
    const words = { 'alt.en': 'Dancers', 'caption.id': 'Di Tokyo', credit: 'Sari', licence: 'CC0 1.0' };
    const wrong = await client.post(here, { ...words, version: '1', focusX: '120', focusY: '5' });
    t.equal(wrong.status, 422);
    t.match(wrong.body, /is not right: a number from 0 to 100/);
    t.match(wrong.body, />\s*Dancers<\/textarea>/, 'what was typed stays');
    const long = await client.post(here, { ...words, 'alt.ja': 'あ'.repeat(1001), version: '1' });
    t.match(long.body, /id="field-alt-ja-wrong">has more than 1,000 characters/);
    const saved = await client.post(here, { ...words, version: '1', focusX: '80', focusY: '5' });
    t.match(saved, { status: 303, location: `${here}?said=saved` });
    const page = await client.get(here);
    t.match(page.body, /name="focusX"[^>]*value="80"/);
    t.match(page.body, /data-crop="1:1" data-width="640"/, 'crops are shown');
    t.match(page.body, />\s*Di Tokyo<\/textarea>/);
    const press = await client.get(`${here}/large.jpg`);
    t.match(press.headers['content-disposition'], /^attachment; filename=".+\.jpg"$/);
    for (const file of ['480.avif', '480.webp']) t.equal((await client.get(`${here}/${file}`)).status, 200);
    for (const file of ['document.pdf', '..%2fsent', '1.svg']) {
      t.equal((await client.get(`${here}/${file}`)).status, 404, file);
    }
  },
);

t.test('two who describe one picture: the second sees both and loses nothing', async (t) => {
  const test = await testService(t);
  const first = await signedIn(test, 'contributor', 'tokyo');
  const second = await signedIn(test, 'content-editor', 'tokyo');
  const here = `${LIBRARY}/${await sentBy(first)}`;
  await first.post(here, { 'alt.en': 'Dancers', version: '1' });
  await second.get(here);
  const refused = await second.post(here, { 'alt.en': 'People on a stage', version: '1' });
  t.equal(refused.status, 412);
  t.match(refused.body, /Somebody else has changed this meanwhile/);
  t.match(refused.body, /<dd lang="en" dir="auto">Dancers<\/dd>/, 'what stands');
  t.match(refused.body, />\s*People on a stage<\/textarea>/, 'what was typed');
  const again = await second.post(here, { 'alt.en': 'People on a stage', version: '2' });
  t.equal(again.status, 303);
});

t.test('what is used says where and stays; what nothing uses goes when it is asked for twice', async (t) => {
  const test = await testService(t);
  const client = await signedIn(test, 'content-editor', 'tokyo');
  const used = await sentBy(client);
  const spare = await sentBy(client);
  const post = await publish(test, used);
  const page = await client.get(`${LIBRARY}/${used}`);
  t.match(page.body, new RegExp(`href="/desk/sites/tokyo/posts/${post.id}/en"[^>]*>Evening of dance`));
  t.notMatch(page.body, /\/removal/);
  const refused = await client.post(`${LIBRARY}/${used}/removal`, { version: '1' });
  t.match(refused, { status: 409, body: /Take it out of these first/ });
  t.equal((await client.get(`${LIBRARY}/${spare}`)).status, 200);
  t.match((await client.get(`${LIBRARY}/${spare}/removal`)).body, /The file is gone for good/);
  t.equal((await client.post(`${LIBRARY}/${spare}/removal`, { version: '7' })).status, 412);
  const gone = await client.post(`${LIBRARY}/${spare}/removal`, { version: '1' });
  t.match(gone, { status: 303, location: `${LIBRARY}?said=media-removed` });
  t.equal((await client.get(`${LIBRARY}/${spare}`)).status, 404);
});

t.test('the ministry shares a picture, which missions use and do not change', async (t) => {
  const test = await testService(t);
  const ministry = await signedIn(test, 'pr-desk');
  const library = '/desk/sites/kemlu/media';
  const id = await sentBy(ministry, library);
  await ministry.post(`${library}/${id}`, { 'alt.en': 'The ministry', shared: 'yes', version: '1' });
  const client = await signedIn(test, 'content-editor', 'tokyo');
  t.match((await client.get(`${LIBRARY}?library=shared`)).body, /The ministry/);
  t.notMatch((await client.get(LIBRARY)).body, /The ministry/);
  t.match((await client.get(`${LIBRARY}/${id}`)).body, /Shared by the Ministry/);
  t.equal((await client.get(`${LIBRARY}/${id}/file`)).status, 200);
  t.equal((await client.post(`${LIBRARY}/${id}`, { 'alt.en': 'Ours', version: '2' })).status, 404);
  t.equal((await client.post(`${LIBRARY}/${id}/removal`, { version: '2' })).status, 404);
  const described = { of: id, [`version.${id}`]: '2', [`alt.${id}.en`]: 'Ours' };
  await client.post(`${LIBRARY}/describe`, described);
  t.match((await client.get(`${LIBRARY}/${id}`)).body, /The ministry/);
});

t.test('a picture is chosen for a text of this site’s desk, and for nothing else', async (t) => {
  const test = await testService(t);
  const client = await signedIn(test, 'contributor', 'tokyo');
  const id = await sentBy(client);
  await client.postFiles(LIBRARY, [pdfFile()]);
  const text = `/desk/sites/tokyo/posts/${crypto.randomUUID()}/en`;
  const choosing = (target: string, field = 'cover') =>
    client.get(`${LIBRARY}?for=${encodeURIComponent(target)}&field=${field}`);
  const page = await choosing(text);
  t.match(
    page.body,
    new RegExp(`<form method="post" action="${text}/cover">.*name="media" value="${id}"`, 's'),
  );
  t.notMatch(page.body, />PDF</, 'a document is no cover');
  t.match((await choosing(text, 'body')).body, `${text}/body-picture`);
  const put = await client.post(`${text}/cover`, { media: id });
  t.match(put, { status: 303, location: new RegExp(`^${text}`) });
  for (const wrong of [
    'https://evil.example/x',
    '//evil.example',
    '/desk/sites/cairo/posts/1/en',
    '/desk/sites/tokyo/../cairo/posts',
    '/desk/sites/tokyo/posts?x=',
  ]) {
    const refused = await choosing(wrong);
    t.notMatch(refused.body, /Use this/, wrong);
  }
});

t.test('whoever has the link to a preview sees the pictures of that post, and no others', async (t) => {
  const test = await testService(t);
  const client = await signedIn(test, 'content-editor', 'tokyo');
  const shown = await sentBy(client);
  const other = await sentBy(client);
  const text = `/desk/sites/tokyo/posts/${crypto.randomUUID()}/en`;
  await client.post(text, { title: 'News', body: `![Us](/media/${shown})`, kind: 'article' });
  await client.get(`${text}/preview`);
  const shared = await client.post(`${text}/preview`);
  const [preview = ''] = /\/desk\/preview\/[\w-]+/.exec(shared.body) ?? [];
  t.ok(preview, shared.body);
  const { body } = await test.read(preview);
  const [file = ''] = /\/desk\/preview\/[\w-]+\/media\/[0-9a-f-]+\/\d+\.jpg/.exec(body) ?? [];
  t.equal((await test.read(file)).status, 200, 'without signing in');
  t.equal((await test.read(file.replace(shown, other))).status, 404);
  t.equal((await test.read(file.replace(/preview\/[\w-]+/, 'preview/other'))).status, 404);
});
