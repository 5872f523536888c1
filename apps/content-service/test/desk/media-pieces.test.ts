import { stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { secondProcess } from '@warta/database/testing';
import t from 'tap';
import { sweepHalfSent } from '../../src/uploads/half-sent.ts';
import { startOn, testService, until } from '../support.ts';
import { DeskClient, signedIn } from './desk-client.ts';
import { filesBelow, idsIn, LIBRARY, photoFile } from './media-support.ts';

const UPLOADS = `${LIBRARY}/uploads`;
const DAY_S = 86_400;
type Bytes = Uint8Array<ArrayBuffer>;
const encoded = (name: string) => `filename ${Buffer.from(name).toString('base64')}`;

async function begin(client: DeskClient, length: number, name = 'photo.jpg') {
  const begun = await client.tus('POST', UPLOADS, {
    'upload-length': String(length),
    'upload-metadata': encoded(name),
  });
  return { status: begun.status, location: begun.location ?? '' };
}

const piece = (client: DeskClient, location: string, offset: number, bytes: Bytes | PassThrough) =>
  client.tus(
    'PATCH',
    location,
    { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    bytes,
  );

t.test('a file that is sent in pieces goes on where the line dropped', async (t) => {
  const test = await testService(t);
  const client = await signedIn(test, 'contributor', 'tokyo');
  await client.get(LIBRARY);
  const body = (await photoFile()).body as Bytes;
  const half = Math.floor(body.length / 2);
  const { status, location } = await begin(client, body.length);
  t.equal(status, 201);
  t.match(
    location,
    /^\/desk\/sites\/tokyo\/media\/uploads\/[0-9a-f]{32}$/,
    'under the address it was asked at',
  );
  t.equal((await piece(client, location, 0, body.slice(0, half))).status, 204);
  const head = await client.tus('HEAD', location);
  t.equal(head.headers['upload-offset'], String(half));
  t.equal(head.headers['access-control-allow-origin'], undefined, 'for this site alone');
  const last = await piece(client, location, half, body.slice(half));
  t.equal(last.status, 200);
  const answer = JSON.parse(last.body);
  t.match(answer, { width: 640, height: 400, alt: '', src: /^\/desk\/sites\/tokyo\/media\/.+\/file$/ });
  t.equal((await client.get(answer.src)).status, 200);

  const again = await client.tus('HEAD', location);
  t.equal(again.headers['upload-offset'], String(body.length), 'the last answer may be lost on the way');
  t.same(JSON.parse((await client.tus('GET', location)).body), answer);
  const files = await filesBelow(join(test.config.mediaDir, '.uploads'));
  t.same(
    files.map((name) => name.slice(32)),
    ['.kept'],
    'the bytes are gone',
  );
});

t.test('what is refused at its end says why and leaves nothing', async (t) => {
  const test = await testService(t);
  const client = await signedIn(test, 'contributor', 'tokyo');
  await client.get(LIBRARY);
  const bytes = new Uint8Array(Buffer.from('<script>alert(1)</script>'));
  const { location } = await begin(client, bytes.length, '../../../evil.jpg');
  const refused = await piece(client, location, 0, bytes);
  t.equal(refused.status, 422);
  t.match(JSON.parse(refused.body), { message: /^The file is no picture or document that can be used/ });
  const heavy = await client.tus('POST', UPLOADS, { 'upload-length': '40000001' });
  t.equal(heavy.status, 413);
  t.match(JSON.parse(heavy.body), { message: 'The picture has more than 40 MB.' });
  t.same(await filesBelow(test.config.mediaDir), []);
});

t.test(
  'nobody else sees an upload or goes on with it, nor anybody without the token of the form',
  async (t) => {
    const test = await testService(t);
    const client = await signedIn(test, 'contributor', 'tokyo');
    const other = await signedIn(test, 'content-editor', 'tokyo', 'Somebody else');
    await client.get(LIBRARY);
    await other.get(LIBRARY);
    const { location } = await begin(client, 100);
    t.equal((await other.tus('HEAD', location)).status, 404);
    t.equal((await piece(other, location, 0, new Uint8Array(100))).status, 404);
    const forged = { 'x-csrf-token': 'forged', 'upload-length': '10' };
    t.equal((await client.tus('POST', UPLOADS, forged)).status, 403);
    t.equal(
      (await client.tus('POST', '/desk/sites/cairo/media/uploads', { 'upload-length': '10' })).status,
      403,
    );
    for (const wrong of ['..%2f..%2fconfig', 'x'.repeat(32), '%00']) {
      t.equal((await client.tus('HEAD', `${UPLOADS}/${wrong}`)).status, 404, wrong);
    }
  },
);

t.test('what nobody goes on with is gone after a day, and nothing else', async (t) => {
  const test = await testService(t);
  const { mediaDir } = test.config;
  const client = await signedIn(test, 'contributor', 'tokyo');
  await client.get(LIBRARY);
  const old = await begin(client, 100);
  const recent = await begin(client, 100);
  const folder = join(mediaDir, '.uploads');
  const id = old.location.split('/').at(-1) ?? '';
  const longAgo = Date.now() / 1000 - 2 * DAY_S;
  for (const file of [id, `${id}.json`]) await utimes(join(folder, file), longAgo, longAgo);
  await sweepHalfSent(mediaDir);
  t.equal((await client.tus('HEAD', old.location)).status, 404);
  t.equal((await client.tus('HEAD', recent.location)).status, 200);
});

t.test('two nodes that get one upload at once do not write over each other', async (t) => {
  const test = await testService(t);
  const second = await secondProcess(t, test.database);
  if (!second) return t.pass('the embedded database has one node');
  const other = await startOn(t, second, { DATA_DIR: test.config.dataDir });
  const here = await signedIn(test, 'contributor', 'tokyo');
  const there = new DeskClient(other);
  for (const [name, value] of here.cookies) there.cookies.set(name, value);
  for (const client of [here, there]) await client.get(LIBRARY);
  const file = await photoFile();
  const body = file.body as Bytes;
  const half = Math.floor(body.length / 2);

  const { location } = await begin(here, body.length);
  const line = new PassThrough();
  const hangs = piece(here, location, 0, line).then(
    ({ headers }) => headers['upload-offset'],
    () => 'cut off',
  );
  line.write(body.slice(0, half));
  const path = join(test.config.mediaDir, '.uploads', location.split('/').at(-1) ?? '');
  await until(
    () => stat(path),
    ({ size }) => size === half,
  );
  const head = await there.tus('HEAD', location);
  t.equal(head.headers['upload-offset'], String(half), 'the other node knows what has come');
  t.match(await hangs, /^(cut off|\d+)$/, 'and the first one has let go of it, though its line was open');
  line.destroy();
  const last = await piece(there, location, half, body.slice(half));
  t.equal(last.status, 200);

  const again = await begin(here, body.length);
  const both = await Promise.all([here, there].map((client) => piece(client, again.location, 0, body)));
  t.ok(
    both.filter(({ status }) => status === 200).length <= 1,
    'of two that send the same, one at most has it',
  );
  const offset = Number((await there.tus('HEAD', again.location)).headers['upload-offset']);
  if (offset < body.length) await piece(there, again.location, offset, body.slice(offset));
  const kept = await here.tus('GET', again.location);
  const [id] = idsIn((await here.postFiles(LIBRARY, [file])).location);
  t.equal(JSON.parse(last.body).id, id, 'byte for byte what was sent');
  t.equal(JSON.parse(kept.body).id, id);
});
