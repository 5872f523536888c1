import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createToken } from '@warta/accounts';
import { testDatabase } from '@warta/database/testing';
import { loadThemes } from '@warta/rendering';
import { missionInput } from '@warta/sites/testing';
import { openSite } from '@warta/sync';
import { sql } from 'kysely';
import t from 'tap';
import { readBoardCopy, writeBoardCopy } from '../../src/alerts/board-copy.ts';
import { openStandIn } from '../../src/alerts/emergency-app.ts';
import { readConfig } from '../../src/config.ts';
import { openMinistry } from '../../src/open-ministry.ts';
import { startService } from '../../src/service.ts';
import { run, startProcess } from '../process.ts';
import { actor, HOST, MISSIONS, startOn, until } from '../support.ts';
import { breakable, wayTo } from './away.ts';
import { prepare, quake, release } from './release.ts';
import { open, SITES, standing } from './samples.ts';

/** Nobody listens there: the port is kept for nothing. */
const NOWHERE = 'postgres://warta@127.0.0.1:1/warta';

t.test('a node whose database stops goes on with its pages, the alerts, and whom to call', async (t) => {
  const away = breakable(await testDatabase(t));
  await openMinistry(away.database, actor);
  for (const mission of MISSIONS) await openSite(away.database.db, actor, missionInput(...mission));
  await prepare(away);
  const service = await startOn(t, away.database);
  const { read } = service;
  await release(service, quake());
  await read('/tokyo/');
  const { dataDir } = service.config;
  const copy = await until(
    () => readBoardCopy(dataDir),
    (found) => found?.alerts.length === 1,
  );
  away.break();

  const kept = await read('/tokyo/');
  t.equal(kept.status, 200);
  t.match(kept.body, /data-alert="1\.1"[\s\S]*Gempa kuat di Jepang/);
  t.equal((await read('/alerts/1')).status, 200);
  t.equal((await read('/en/alerts')).status, 200);
  const japanese = await read('/tokyo/ja/');
  t.equal(japanese.status, 503);
  t.equal(japanese.headers['retry-after'], '5');
  t.match(japanese.body, '<html lang="ja" dir="ltr">');
  t.match(japanese.body, 'data-alert="1.1"');
  t.match(japanese.body, 'tel:+442079460101', 'the mission’s own number');
  const arabic = await read('/cairo/ar/');
  t.match(arabic.body, '<html lang="ar" dir="rtl">');
  t.notMatch(arabic.body, 'data-alert', 'the alert is not for this one');
  t.match(arabic.body, 'tel:+442079460100', 'which has no number, so the ministry’s');
  t.match((await read('/ja/', { host: 'beijing.example' })).status, 503, 'a host of its own as well');
  const help = await read('/help');
  for (const words of ['KBRI Tokyo', '+442079460101', '+442079460100']) t.match(help.body, words);
  t.equal(JSON.parse((await read('/alerts.json')).body).alerts.length, 1, 'nobody has asked before');
  t.match((await read('/alerts/JP.atom')).body, '/alerts/1.cap.xml');
  t.match((await read('/alerts/1.cap.xml')).body, '<msgType>Alert</msgType>');
  t.equal((await read('/alerts/2.cap.xml')).status, 503);
  t.equal((await read('/alerts/2')).status, 503, 'whether there was such an alert, nobody can tell now');

  const second = run({ PORT: '0', DATA_DIR: dataDir, DATABASE_URL: NOWHERE });
  t.teardown(() => second.kill('SIGKILL'));
  await until(
    async () => second.output(),
    (output) => output !== '',
  );
  t.match(second.output(), /^Warta cannot reach the database; until it can, it serves the alerts .*\n$/);
  t.match(copy?.sites.length, 4);
  await second.kill('SIGTERM');
  t.equal(await second.ended, 0, 'told to stop, it stops');
  away.mend();
});

t.test(
  'a start without the database serves the copy, and then the whole service on the same port',
  async (t) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'warta-'));
    t.teardown(() => rm(dataDir, { recursive: true }));
    const config = readConfig({
      PORT: '0',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'fatal',
      PUBLIC_URL: `http://${HOST}`,
    });
    const over = standing({ number: 13, expiresAt: '2026-01-01T00:00:00Z' });
    const told = [open({ number: 14, cancelled: true }), open({ ...over, sites: ['tokyo'] }), open()];
    await writeBoardCopy(dataDir, { alerts: [standing(), over], open: told, sites: SITES });
    const copy = await readBoardCopy(dataDir);
    const door = await openStandIn(
      config,
      loadThemes(`${import.meta.dirname}/../../../../themes`),
      copy ?? fail(),
    );
    const { port } = door.server.address() as { port: number };
    const ask = async (path: string, init: RequestInit = {}) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init });
      return { status: answer.status, body: await answer.text(), headers: answer.headers };
    };

    t.equal((await ask('/health/live')).status, 200);
    t.equal((await ask('/health/ready')).status, 503);
    const tokyo = await ask('/tokyo/ja/');
    t.equal(tokyo.status, 503);
    t.equal(tokyo.headers.get('retry-after'), '5');
    t.match(tokyo.body, /<html lang="ja"[\s\S]*data-alert="12\.1"[\s\S]*tel:\+442079460101/);
    t.notMatch((await ask('/cairo/ar/')).body, 'data-alert');
    for (const path of ['/', '/help']) t.match((await ask(path)).body, /WIB[\s\S]*\+442079460101/);
    t.equal((await ask('/alerts/c')).status, 200);
    t.equal((await ask('/alerts/d')).status, 503, 'what is over by the clock does not stand');
    const data = await ask('/alerts.json');
    t.equal(data.headers.get('access-control-allow-origin'), '*');
    t.match(JSON.parse(data.body).alerts, [{ number: 12, sites: ['tokyo'], countries: ['JP'] }]);
    t.match((await ask('/alerts/JP.json')).body, '+442079460123');
    t.equal((await ask('/alerts/EG.json')).body, '{"alerts":[]}\n');
    const feed = (await ask('/alerts.atom')).body;
    t.match(feed, /term="cancelled"[\s\S]*e\.cap\.xml[\s\S]*c\.cap\.xml/, 'ends are told of as well');
    t.notMatch(feed, 'd.cap.xml');
    const cap = await ask('/alerts/c.cap.xml');
    t.match(cap.body, /<alert [\s\S]*<headline>Gempa kuat di Tokyo/);
    t.equal((await ask('/alerts/d.cap.xml')).status, 503, 'one that is over only the database knows');
    const style = /href="(\/assets\/[^"]+\.css)"/.exec(tokyo.body)?.[1] ?? '';
    t.equal((await ask(style)).status, 200);
    for (const path of ['/desk', '/desk/sign-in', '/api/v1/sites', '/media/x/1.jpg', '/metrics']) {
      t.equal((await ask(path)).status, 503, path);
    }
    t.equal((await ask('/tokyo/', { method: 'POST' })).status, 503);

    const database = await testDatabase(t);
    await openMinistry(database, actor);
    await openSite(database.db, actor, missionInput('tokyo'));
    let asked = 0;
    let stop = false;
    const statuses = new Set<number>();
    const asking = (async () => {
      for (; !stop; asked += 1) statuses.add((await ask('/tokyo/')).status);
    })();
    const service = await startService(config, database, door);
    t.teardown(() => service.close());
    t.equal(service.origin, `http://127.0.0.1:${port}`);
    const whole = await until(
      () => ask('/tokyo/'),
      ({ status }) => status === 200,
    );
    stop = true;
    await asking;
    t.match(whole.body, 'KBRI tokyo');
    t.notMatch(whole.body, 'data-alert', 'what the database does not have does not stand');
    t.same(
      [...statuses].filter((status) => status !== 503 && status !== 200),
      [],
      `${asked} asked, none refused`,
    );
    t.equal((await ask('/health/ready')).status, 200);
    await service.close();
    await t.rejects(ask('/health/live'), 'closed, it listens no more');
  },
);

t.test('without a copy, or with one that is not whole, a start ends with one line', async (t) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'warta-'));
  t.teardown(() => rm(dataDir, { recursive: true }));
  const none = run({ PORT: '0', DATA_DIR: dataDir, DATABASE_URL: NOWHERE });
  t.equal(await none.ended, 1);
  t.match(
    none.output(),
    /^Warta: the database cannot be reached \(.*ECONNREFUSED.*\), and .* holds no copy of alerts.*\n$/,
  );
  await writeFile(join(dataDir, 'standing.json'), '{"format":1,"alerts":[');
  const torn = run({ PORT: '0', DATA_DIR: dataDir, DATABASE_URL: NOWHERE });
  t.equal(await torn.ended, 1);
  await writeBoardCopy(dataDir, { alerts: [], open: [], sites: SITES });
  const worker = run({ PORT: '0', DATA_DIR: dataDir, DATABASE_URL: NOWHERE, ROLE: 'worker' });
  t.equal(await worker.ended, 1, 'a worker has nothing to serve');
});

const url = process.env.TEST_DATABASE_URL;
t.test('a node lives through the loss of PostgreSQL and a restart without it', { skip: !url }, async (t) => {
  const database = await testDatabase(t);
  await openMinistry(database, actor);
  for (const mission of MISSIONS) await openSite(database.db, actor, missionInput(...mission));
  await prepare({ database });
  const { secret } = await database.db
    .transaction()
    .execute((trx) => createToken(trx, actor, { name: 'tester', role: 'operator' }));
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db);
  const through = new URL(url ?? '');
  const way = await wayTo(Number(through.port));
  t.teardown(() => way.close());
  through.port = String(way.port);
  through.pathname = `/${rows[0]?.name}`;
  const env = { DATABASE_URL: through.href, DEMO: 'false', LOG_LEVEL: 'fatal' };

  const first = await startProcess(env);
  const call = async (method: string, path: string, body: unknown, headers = {}) => {
    const answer = await fetch(`${first.origin}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, body: text, headers: {}, json: () => JSON.parse(text) };
  };
  await release({ call }, quake());
  const ask = async (path: string) => {
    const answer = await fetch(`${first.origin}${path}`);
    return { status: answer.status, body: await answer.text() };
  };
  t.match((await ask('/tokyo/')).body, 'data-alert="1.1"');
  await until(
    () => readBoardCopy(first.dataDir),
    (copy) => copy?.alerts.length === 1,
  );
  way.cut();
  const kept = await ask('/tokyo/');
  t.equal(kept.status, 200);
  t.match(kept.body, 'data-alert="1.1"');
  const lost = await ask('/tokyo/en/');
  t.equal(lost.status, 503);
  t.match(lost.body, /data-alert="1\.1"[\s\S]*tel:\+442079460101/);
  await first.kill('SIGKILL');

  const port = new URL(first.origin).port;
  const second = run({ ...env, PORT: port, DATA_DIR: first.dataDir });
  t.teardown(() => second.kill('SIGKILL'));
  const standIn = await until(
    () => ask('/tokyo/').catch(() => undefined),
    (answer) => answer !== undefined,
  );
  t.equal(standIn?.status, 503);
  t.match(standIn?.body, /data-alert="1\.1"[\s\S]*tel:\+442079460101/);
  t.equal((await ask('/alerts/1')).status, 200);
  way.mend();
  const whole = await until(
    () => ask('/tokyo/'),
    ({ status }) => status === 200,
  );
  t.match(whole.body, 'data-alert="1.1"');
  t.equal((await ask('/health/ready')).status, 200);
  await second.kill('SIGTERM');
  t.equal(await second.ended, 0);
});

function fail(): never {
  throw new Error('there is no copy');
}
