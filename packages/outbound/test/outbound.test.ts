import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import t, { type Test } from 'tap';
import { type OutboundOptions, openOutbound } from '../src/index.ts';
import { isPublicAddress } from '../src/public-address.ts';

const HERE = { allowHttp: true, allowAddress: (address: string) => address === '127.0.0.1' };

/** A server on this machine, and how it was asked. */
async function serverFor(t: Test, answer: RequestListener) {
  const asked: { host: string | undefined; agent: string | undefined; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { host, 'user-agent': agent } = request.headers;
    asked.push({ host, agent, body: Buffer.concat(chunks).toString() });
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, asked };
}

function outbound(t: Test, options: Partial<OutboundOptions> = {}) {
  const opened = openOutbound({ userAgent: 'Warta/test', ...options });
  t.teardown(() => opened.close());
  return opened;
}

/** Names lead where the test says; each look-up takes the next answer. */
const leadingTo = (...answers: string[][]) => {
  const next = [...answers];
  return async () =>
    (next.length > 1 ? (next.shift() ?? []) : (next[0] ?? [])).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
};

t.test('an answer comes back whole, and says who asked', async (t) => {
  const { port, asked } = await serverFor(t, (_, response) => {
    response.writeHead(202, { 'content-type': 'text/plain' }).end('taken');
  });
  const { ask } = outbound(t, HERE);
  const answer = await ask(`http://127.0.0.1:${port}/hub`, { method: 'POST', body: 'a=b' });
  t.match({ ...answer, body: answer.body.toString() }, { status: 202, body: 'taken' });
  t.match(asked, [{ agent: 'Warta/test', body: 'a=b' }]);
});

t.test('a redirect is an answer, and is not followed', async (t) => {
  const { port, asked } = await serverFor(t, (_, response) => {
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  const { ask } = outbound(t, HERE);
  t.equal((await ask(`http://127.0.0.1:${port}/`)).status, 302);
  t.equal(asked.length, 1);
});

t.test('a name is connected to where it was looked up, and nowhere else', async (t) => {
  const { port, asked } = await serverFor(t, (_, response) => response.end('ok'));
  const findAddresses = leadingTo(['127.0.0.1'], ['10.0.0.1']);
  const { ask } = outbound(t, { ...HERE, findAddresses });
  const { body } = await ask(`http://hub.example:${port}/`);
  t.equal(body.toString(), 'ok');
  t.equal(asked[0]?.host, `hub.example:${port}`);
});

t.test('nothing is sent to names that lead to a private address', async (t) => {
  const { port, asked } = await serverFor(t, (_, response) => response.end('secret'));
  const leads = [
    ['127.0.0.1'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['64:ff9b::7f00:1'],
    ['169.254.169.254'],
    ['93.184.215.14', '127.0.0.1'],
  ];
  for (const addresses of leads) {
    const { ask } = outbound(t, { allowHttp: true, findAddresses: leadingTo(addresses) });
    await t.rejects(
      ask(`http://hub.example:${port}/`),
      { name: 'OutboundError', code: 'forbidden', message: 'hub.example does not lead to a public address' },
      addresses.join(),
    );
  }
  t.same(asked, []);
});

t.test('nor to addresses that are private however they are written', async (t) => {
  const { port, asked } = await serverFor(t, (_, response) => response.end('secret'));
  const { ask } = outbound(t, { allowHttp: true });
  const hosts = ['127.0.0.1', '2130706433', '0x7f.1', '0177.0.0.1', '0', '[::1]', '[::]', '[::ffff:7f00:1]'];
  for (const host of [...hosts, '[::127.0.0.1]', '[fe80::1]', '10.1.2.3', 'localhost']) {
    await t.rejects(ask(`http://${host}:${port}/`), { code: 'forbidden' }, host);
  }
  t.same(asked, []);
});

t.test(
  'an address in the clear, with a password or of another kind is refused before anything is asked',
  async (t) => {
    let lookedUp = 0;
    const findAddresses = async () => {
      lookedUp += 1;
      return [];
    };
    const { ask } = outbound(t, { findAddresses });
    for (const url of [
      'http://hub.example/',
      'https://me:secret@hub.example/',
      'ftp://hub.example/',
      'hub',
    ]) {
      const error = await ask(url).catch((thrown) => thrown);
      t.match(error, { name: 'OutboundError', code: 'forbidden' }, url);
      t.notMatch(error.message, 'secret');
    }
    t.equal(lookedUp, 0);
  },
);

t.test('a server that says too much, too late or nothing is given up', async (t) => {
  const { port } = await serverFor(t, (request, response) => {
    if (request.url === '/long') response.end('x'.repeat(100_000));
    else if (request.url === '/drip') response.write('x');
    else if (request.url === '/broken') response.destroy();
  });
  const at = (path: string) => `http://127.0.0.1:${port}/${path}`;
  const { ask } = outbound(t, { ...HERE, maxBytes: 10_000, timeoutMs: 300 });
  await t.rejects(ask(at('long')), { code: 'too-long' });
  await t.rejects(ask(at('drip')), { code: 'too-slow' }, 'the whole answer counts');
  await t.rejects(ask(at('silent?token=secret')), {
    code: 'too-slow',
    message: `127.0.0.1:${port} did not answer in time`,
  });
  await t.rejects(ask(at('broken')), { code: 'unreachable' });
  const given = AbortSignal.abort();
  await t.rejects(ask(at('any'), { signal: given }), { code: 'too-slow' });
});

t.test('only addresses of the public network are public', (t) => {
  const open = ['8.8.8.8', '1.1.1.1', '172.15.255.255', '172.32.0.1', '2606:4700::1111', '2a00:1450::1'];
  for (const address of open) t.ok(isPublicAddress(address), address);
  const shut = [
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.127.255.254', '127.1.2.3', '169.254.1.1'],
    ...['172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1'],
    ...['198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::ffff:8.8.8.8', '::ffff:0:8.8.8.8', '::8.8.8.8', '64:ff9b::808:808', '64:ff9b:1::1'],
    ...['100::1', '2001::1', '2001:2::1', '2001:db8::1', '2002:7f00:1::1', '3fff::1', '4000::1', '5f00::1'],
    ...['fc00::1', 'fd12::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', 'example.org', ''],
  ];
  for (const address of shut) t.notOk(isPublicAddress(address), address);
  t.end();
});
