import { Agent } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import t from 'tap';
import { ask } from './ask.ts';
import { testService } from './support.ts';

/** All but the moment. */
const headOf = ({ headers: { date: _, ...head } }: Awaited<ReturnType<typeof ask>>) => head;

t.test('a kept page is sent as it was when it was made, whatever the reader can read', async (t) => {
  const { origin } = (await testService(t)).service;
  const path = '/tokyo/';
  const made = await ask(origin, path, { 'accept-encoding': 'br' });
  const kept = await ask(origin, path, { 'accept-encoding': 'br' });
  t.same(kept.status, 200);
  t.same(headOf(kept), headOf(made), 'the same head from before and from behind the framework');
  t.ok(kept.body.equals(made.body));
  t.match(kept.headers, {
    'content-encoding': 'br',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'content-security-policy': /default-src 'none'/,
    vary: 'Accept-Encoding, Accept-Language',
  });

  const html = brotliDecompressSync(kept.body).toString();
  const gzipped = await ask(origin, path, { 'accept-encoding': 'gzip' });
  const plain = await ask(origin, path, {});
  t.equal(gunzipSync(gzipped.body).toString(), html);
  t.equal(plain.body.toString(), html);
  t.equal(plain.headers['content-encoding'], undefined);
  t.equal(plain.headers['content-length'], String(Buffer.byteLength(html)));

  const again = await ask(origin, path, { 'if-none-match': String(kept.headers.etag) });
  t.match(again, { status: 304, headers: { etag: kept.headers.etag, 'cache-control': 'no-cache' } });
  t.equal(again.body.length, 0);
  const head = await ask(origin, path, {}, { method: 'HEAD' });
  t.match(head, { status: 200, headers: { etag: kept.headers.etag } });
  t.equal(head.body.length, 0);
});

t.test('what is not a page that is kept goes on to the framework', async (t) => {
  const { origin } = (await testService(t)).service;
  await ask(origin, '/tokyo/', {});
  t.equal((await ask(origin, '/tokyo/', {}, { method: 'POST' })).status, 404);
  t.equal((await ask(origin, '/tokyo/', { host: 'elsewhere.test' })).status, 421);
  t.equal((await ask(origin, '/tokyo/?page=2', {})).status, 404);
  t.equal((await ask(origin, '/tokyo/?from=elsewhere', {})).status, 200);
  t.equal((await ask(origin, '/api/v1/tokens', {})).status, 401);
});

t.test('a service that is being stopped ends each connection with its answer', async (t) => {
  const { service } = await testService(t);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  t.teardown(() => agent.destroy());
  const before = await ask(service.origin, '/tokyo/', {}, { agent });
  t.equal(before.headers.connection, 'keep-alive');
  let closed = false;
  const closing = service.close().then(() => {
    closed = true;
  });
  for (;;) {
    const answer = await ask(service.origin, '/tokyo/', {}, { agent }).catch(() => undefined);
    if (!answer || answer.headers.connection === 'close') break;
  }
  await closing;
  t.ok(closed, 'a reader who goes on asking does not keep it from ending');
});
