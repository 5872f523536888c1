import { mkdtemp, readFile, stat } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { readConfig } from '../src/config.ts';
import { ConfigError } from '../src/config-error.ts';
import { run, startProcess } from './process.ts';
import { until } from './support.ts';

t.test('a wrong setting is named in one line', async (t) => {
  const cases: [NodeJS.ProcessEnv, RegExp][] = [
    [{ PORT: 'abc' }, /^PORT must be a port/],
    [{ PORT: '70000' }, /^PORT must be a port/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must begin with postgres/],
    [{ PUBLIC_URL: 'blog.example' }, /^PUBLIC_URL must be an address/],
    [{ PUBLIC_URL: 'https://blog.example/path' }, /^PUBLIC_URL must be an address without a path/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of/],
    [{ ROLE: 'boss' }, /^ROLE must be one of all, web, worker/],
    [{ ROLE: 'web' }, /^ROLE web needs DATABASE_URL/],
    [{ DEMO: 'maybe' }, /^DEMO must be true or false/],
    [{ SMTP_URL: 'mail.example.org' }, /^SMTP_URL must be an address/],
    [{ SMTP_URL: 'http://mail.example.org' }, /^SMTP_URL must be an address/],
    [{ SMTP_URL: 'smtp://mail.example.org' }, /^MAIL_FROM must be set where SMTP_URL is/],
    [{ MAIL_FROM: 'a@x.id, b@x.id' }, /^MAIL_FROM must be a sender/],
    [{ MAIL_FROM: 'Warta <a@x.id>\nBcc: b@x.id' }, /^MAIL_FROM must be a sender/],
    [{ NODE_ENV: 'production' }, /^DATABASE_URL must be set in production/],
    [{ NODE_ENV: 'production', DATABASE_URL: 'postgres://x' }, /^PUBLIC_URL must be set in production/],
    [
      { NODE_ENV: 'production', DATABASE_URL: 'postgres://x', PUBLIC_URL: 'https://x.id', DEMO: 'true' },
      /^DEMO must not be on in production/,
    ],
    [
      { NODE_ENV: 'production', DATABASE_URL: 'postgres://x', PUBLIC_URL: 'https://x.id' },
      /^SECRET_KEY must be set in production/,
    ],
    [{ WEBSUB_HUB: 'hub.example' }, /^WEBSUB_HUB must be an address/],
    [{ WEBSUB_HUB: 'http://hub.example/' }, /^WEBSUB_HUB must begin with https/],
    [{ WEBSUB_HUB: 'https://me:secret@hub.example/' }, /^WEBSUB_HUB must be an address without user/],
    [{ CACHE_PURGE_KIND: 'squid' }, /^CACHE_PURGE_KIND must be one of fastly, varnish, cloudflare/],
    [{ CACHE_PURGE_URL: 'https://cache.example/' }, /^CACHE_PURGE_KIND must be set/],
    [{ CACHE_PURGE_KIND: 'varnish' }, /^CACHE_PURGE_URL must be set/],
    [{ CACHE_PURGE_KIND: 'fastly', CACHE_PURGE_URL: 'https://x.example/' }, /^CACHE_PURGE_KEY must be set/],
    [
      { CACHE_PURGE_KIND: 'fastly', CACHE_PURGE_URL: 'http://x.example/', CACHE_PURGE_KEY: 'k' },
      /^CACHE_PURGE_URL must begin with https/,
    ],
    [{ CACHE_PURGE_URL: 'https://me:secret@x.example/' }, /^CACHE_PURGE_URL must be an address without user/],
    [{ CACHE_PURGE_KEY: 'two words' }, /^CACHE_PURGE_KEY must be a key/],
    [{ SECRET_KEY: 'too short' }, /^SECRET_KEY must be 32 random bytes in base64/],
  ];
  for (const [env, message] of cases) t.throws(() => readConfig(env), { name: ConfigError.name, message });
  const ended = run({ ROLE: 'boss' });
  t.equal(await ended.ended, 1);
  t.equal(ended.output(), 'Warta: ROLE must be one of all, web, worker\n');
});

t.test('empty settings count as not set', async (t) => {
  const config = readConfig({ PORT: '', DATABASE_URL: '', DEMO: '' });
  t.match(config, {
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    role: 'all',
    demo: true,
    mail: undefined,
  });
});

t.test('letters are sent where both a mail server and a sender are set', async (t) => {
  const smtpUrl = 'smtps://warta:a%40b@mail.example.org:465';
  for (const from of ['Warta Kemlu <warta@example.org>', 'warta@example.org']) {
    const { mail } = readConfig({ SMTP_URL: smtpUrl, MAIL_FROM: from, PUBLIC_URL: 'https://warta.test/' });
    t.same(mail, { smtpUrl, from, deskUrl: 'https://warta.test' });
  }
  t.equal(readConfig({ MAIL_FROM: 'warta@example.org' }).mail, undefined);
});

t.test('the first start makes a newspaper, keeps it, and a second process is refused', async (t) => {
  const first = await startProcess({});
  t.match(
    first.output(),
    /^Warta is ready at http:\/\/localhost:\d+ .*\/tokyo\/.*demo-accounts\n$/,
    'one line says where',
  );
  const sites = (await (await fetch(`${first.origin}/api/v1/sites`)).json()) as unknown[];
  t.equal(sites.length, 135, 'all missions and the ministry');
  const tokyo = await (await fetch(`${first.origin}/tokyo/ja/`)).text();
  t.match(tokyo, 'インドネシア映画の夕べを開催します');
  const picture = /src="(\/media\/[^"]+\.jpg)"/.exec(tokyo)?.[1];
  const jpeg = await fetch(`${first.origin}${picture}`);
  t.equal(jpeg.headers.get('content-type'), 'image/jpeg', 'with its picture');
  t.ok((await jpeg.arrayBuffer()).byteLength > 5000);
  t.equal(
    (await stat(join(first.dataDir, 'operator-token'))).mode & 0o777,
    0o600,
    'the token is its owner’s alone',
  );
  const accounts = join(first.dataDir, 'demo-accounts');
  t.equal((await stat(accounts)).mode & 0o777, 0o600, 'nobody else reads the sign-in lines');
  const key = join(first.dataDir, 'secret-key');
  t.equal((await stat(key)).mode & 0o777, 0o600, 'nor the key of second factors');
  t.match(await readFile(key, 'utf8'), /^[\w+/]{43}=\n$/);
  t.match(await readFile(accounts, 'utf8'), /^head-of-site@demo\.invalid +[\w-]{16}$/m);
  t.match(await readFile(join(first.dataDir, 'operator-token'), 'utf8'), /^warta_[\w-]{43}\n$/);

  const rival = run({ PORT: '0', DATA_DIR: first.dataDir });
  t.equal(await rival.ended, 1);
  t.match(rival.output(), /^Warta: DATA_DIR .* is in use by another process: .*\n$/);

  await first.kill('SIGTERM');
  t.equal(await first.ended, 0);
  const second = await startProcess({}, first.dataDir);
  t.equal(second.token, first.token);
  t.match(await (await fetch(`${second.origin}/tokyo/ja/`)).text(), 'インドネシア映画の夕べを開催します');
  await second.kill('SIGINT');
  t.equal(await second.ended, 0);
});

t.test('a request under way when the service is told to stop is answered', async (t) => {
  const service = await startProcess({ DEMO: 'false' });
  const body = JSON.stringify({ audience: { all: true } });
  const request = http.request(`${service.origin}/api/v1/headlines/preview-audience`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${service.token}`,
      'content-type': 'application/json',
      'content-length': body.length,
      expect: '100-continue',
    },
  });
  const answered = new Promise<number | undefined>((resolve, reject) => {
    request.on('response', (answer) => resolve(answer.resume().statusCode)).on('error', reject);
  });
  const arrived = new Promise((resolve) => request.on('continue', resolve));
  request.flushHeaders();
  await arrived;
  request.write(body.slice(0, 5));
  service.process.kill('SIGTERM');
  await until(
    () =>
      fetch(`${service.origin}/health/live`).then(
        (answer) => answer.status,
        () => 0,
      ),
    (status) => status !== 200,
  );
  request.end(body.slice(5));
  t.equal(await answered, 422, 'with what its words deserve: there is no mission yet');
  t.equal(await service.ended, 0);
});

t.test('without DEMO the network starts empty but for the ministry', async (t) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'warta-'));
  const service = await startProcess({ DEMO: 'false' }, dataDir);
  t.teardown(() => service.kill('SIGTERM'));
  const sites = (await (await fetch(`${service.origin}/api/v1/sites`)).json()) as { slug: string }[];
  t.same(
    sites.map((site) => site.slug),
    ['kemlu'],
  );
  t.equal((await fetch(`${service.origin}/health/live`)).status, 200);
  t.match(await (await fetch(`${service.origin}/health/ready`)).json(), {
    status: 'ok',
    version: /^\d+\.\d+\.\d+/,
  });
  const metrics = await fetch(`${service.origin}/metrics`, {
    headers: { authorization: `Bearer ${service.token}` },
  });
  t.match(await metrics.text(), /^warta_pages_cached \d+$/m);
});
