import { photo } from '@warta/media/testing';
import { postInput, publishPost } from '@warta/posts';
import { findSite, type Site } from '@warta/sites';
import t from 'tap';
import { filesBelow, PDF } from './desk/media-support.ts';
import { actor, HOST, type TestService, testService } from './support.ts';

const MEDIA = '/sites/tokyo/media';

async function upload(test: TestService, parts: [string, string | Blob, string?][], site = 'tokyo') {
  const form = new FormData();
  for (const [name, value, file] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, file);
  }
  const body = new Response(form);
  const { statusCode, body: answer } = await test.service.app.inject({
    method: 'POST',
    url: `/api/v1/sites/${site}/media`,
    headers: {
      host: HOST,
      authorization: `Bearer ${test.token}`,
      'content-type': body.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  return { status: statusCode, json: JSON.parse(answer) };
}

const picture = async () => new Blob([new Uint8Array(await photo(600, 400))], { type: 'image/jpeg' });

t.test('a program adds a picture with its words, changes them, and removes it', async (t) => {
  const test = await testService(t);
  const about = JSON.stringify({ alt: { en: 'A garden' }, credit: 'Sari', focus: { x: 0.2, y: 0.8 } });
  const file = await picture();
  const added = await upload(test, [
    ['about', about],
    ['file', file, 'garden.jpg'],
  ]);
  t.match(added, { status: 201, json: { kind: 'picture', alt: { en: 'A garden' }, version: 2, width: 600 } });
  const { id } = added.json;
  const again = await upload(test, [['file', file, 'other-name.jpg']]);
  t.equal(again.json.id, id, 'the same file again is the one that stands');

  const list = await test.call('GET', `${MEDIA}?words=GARD&kind=picture`);
  t.match(list.json(), { items: [{ id }], total: 1, page: 1, pages: 1 });
  const item = await test.call('GET', `${MEDIA}/${id}`);
  t.match(item, { status: 200, headers: { etag: '"2"' } });
  t.same(item.json().uses, []);

  const change = { licence: 'CC BY 4.0', alt: { en: 'A garden in spring', ja: '庭' } };
  t.equal((await test.call('PATCH', `${MEDIA}/${id}`, change)).status, 428);
  t.equal((await test.call('PATCH', `${MEDIA}/${id}`, change, { 'if-match': '"1"' })).status, 412);
  const changed = await test.call('PATCH', `${MEDIA}/${id}`, change, { 'if-match': '"2"' });
  t.match(changed.json(), { licence: 'CC BY 4.0', credit: 'Sari', alt: { ja: '庭' }, version: 3 });
  const wrong = await test.call('PATCH', `${MEDIA}/${id}`, { focus: { x: 2, y: 0 } }, { 'if-match': '"3"' });
  t.match(wrong.json(), { status: 422, errors: [{ field: 'focus.x' }] });

  const tokyo = (await findSite(test.database.db, 'tokyo')) as Site;
  const post = postInput.parse({ locale: 'id', title: 'Kabar', body: 'Halo.' });
  const { id: used } = await publishPost(test.database.db, actor, tokyo, { ...post, cover: id });
  const refused = await test.call('DELETE', `${MEDIA}/${id}`, undefined, { 'if-match': '"3"' });
  t.match(refused.json(), { status: 409, errors: [{ field: 'uses', message: `post:${used}` }] });
  const spare = (await upload(test, [['file', new Blob([PDF]), 'guide.pdf']])).json;
  t.match(spare, { kind: 'document', title: 'guide', language: 'id' });
  const gone = await test.call('DELETE', `${MEDIA}/${spare.id}`, undefined, { 'if-match': '"1"' });
  t.equal(gone.status, 204);
  t.equal((await test.call('GET', `${MEDIA}/${spare.id}`)).status, 404);
});

t.test('what is wrong is said by its field, and nothing is left of it', async (t) => {
  const test = await testService(t);
  const file = await picture();
  t.match(await upload(test, [['file', new Blob(['<svg/>']), 'a.svg']]), {
    status: 422,
    json: { errors: [{ field: 'file', why: 'media.format' }] },
  });
  t.match(
    await upload(test, [
      ['about', '{'],
      ['file', file, 'a.jpg'],
    ]),
    {
      status: 422,
      json: { errors: [{ field: 'about', message: 'is not JSON' }] },
    },
  );
  t.match(
    await upload(test, [
      ['about', '{"alt":{"xx!":"?"}}'],
      ['file', file, 'a.jpg'],
    ]),
    { status: 422 },
  );
  t.match(await upload(test, [['about', '{}']]), { status: 422, json: { errors: [{ field: 'file' }] } });
  t.same(await filesBelow(test.config.mediaDir), []);
  const json = await test.call('POST', MEDIA, { file: 'x' });
  t.match(json.json(), { status: 422, errors: [{ field: 'file' }] }, 'a file comes as a form');
  t.equal((await upload(test, [['file', file, 'a.jpg']], 'nowhere')).status, 404);
});

t.test('the description says how a file is sent', async (t) => {
  const { read } = await testService(t);
  const { paths } = (await read('/api/openapi.json')).json();
  const { requestBody } = paths['/api/v1/sites/{site}/media'].post;
  t.match(requestBody.content['multipart/form-data'].schema, {
    required: ['file'],
    properties: { file: { format: 'binary' } },
  });
});
