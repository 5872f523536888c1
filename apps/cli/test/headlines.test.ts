import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import t from 'tap';
import type { Headline } from '../src/api/answers.ts';
import { MISSIONS } from './support/missions.ts';
import { runCommand } from './support/run-command.ts';
import { runningService } from './support/running-service.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const folder = await temporaryFolder(t);
const service = await runningService(t, join(folder, 'data'));
const warta = (...args: string[]) => runCommand(args, service.settings);
const file = async (name: string, text: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};
const page = async (path: string) => {
  const answer = await fetch(service.url + path);
  return { status: answer.status, text: await answer.text() };
};
const latest = async () => JSON.parse((await warta('headline', 'list', '--json')).out)[0] as Headline;

await warta('site', 'import', await file('missions.csv', MISSIONS));
const to = ['--to', 'region:asia-pacific', '--except', 'osaka'];
const id = await file('gempa.id.md', '---\ntitle: Imbauan gempa\nlang: id\n---\n\nJauhi bangunan *retak*.\n');
const en = await file(
  'gempa.en.md',
  '---\ntitle: Earthquake advice\nlocale: en\ntags: [quake]\n---\n\nKeep clear.\n',
);

t.test('a headline goes from files to the missions of its audience and is proven there', async (t) => {
  const pushed = await warta('headline', 'push', id, en, ...to);
  t.equal(pushed.code, 0, pushed.err);
  t.match(pushed.out, /is published for 1 missions/);
  t.match(pushed.out, /^tokyo +live +1 /m);
  t.match(pushed.out, /1 of 1 live, proven in \d+\.\d\d s \(version 1\)/);
  t.match(await page('/tokyo/'), { status: 200, text: /Imbauan gempa/ });
  t.notMatch((await page('/osaka/')).text, /Imbauan gempa/);
  const headline = await latest();
  t.match(headline.audience, { regions: ['asia-pacific'], except: ['osaka'] });
  t.same(
    headline.translations.map(({ locale, body }) => [locale, body]),
    [
      ['en', 'Keep clear.'],
      ['id', 'Jauhi bangunan *retak*.'],
    ],
  );
});

t.test('a correction of one language keeps the others, and what else is not given', async (t) => {
  const before = await latest();
  const corrected = await warta(
    ...['headline', 'correct', before.id, '--title', 'Imbauan gempa (baru)', '--body', 'Aman.'],
    ...['--note', 'Sudah aman'],
  );
  t.equal(corrected.code, 0, corrected.err);
  t.match(corrected.out, /has version 2, for 1 missions\. As it was: en\./);
  t.match(corrected.out, /1 of 1 live, proven in .*\(version 2\)/);
  const after = await latest();
  t.same(after.audience, before.audience);
  t.equal(after.obligation, before.obligation);
  t.match(after.translations, [
    { locale: 'en', title: 'Earthquake advice', body: 'Keep clear.' },
    { locale: 'id', title: 'Imbauan gempa (baru)', body: 'Aman.' },
  ]);
});

t.test('a language that is dropped stands no longer', async (t) => {
  const { id } = await latest();
  await warta('headline', 'correct', id, '--title', 'Imbauan', '--body', 'Aman.', '--drop', 'en');
  t.match(
    (await latest()).translations.map((text) => text.locale),
    ['id'],
  );
});

t.test('a correction for later leaves what stands until then', async (t) => {
  const { id, publishAt } = await latest();
  const words = ['--title', 'Nanti', '--body', 'Nanti.', '--publish-at', '2999-01-01T08:00:00+07:00'];
  const corrected = await warta('headline', 'correct', id, ...words);
  t.match(corrected, { code: 0, out: /Version 4 follows at its moment; until then version 3 stands/ });
  t.match(await latest(), { version: 4, standingVersion: 3, publishAt });
});

t.test('a recall is proven as well, and a second one is refused', async (t) => {
  const { id } = await latest();
  const recalled = await warta(
    'headline',
    'recall',
    id,
    '--reason',
    'salah',
    '--notice',
    'id=Ditarik kembali.',
  );
  t.equal(recalled.code, 0, recalled.err);
  t.match(recalled.out, /1 of 1 recalled, proven in/);
  t.notMatch((await page('/tokyo/')).text, /Imbauan/);
  const again = await warta('headline', 'recall', id, '--reason', 'salah');
  t.match(again, { code: 1, err: 'The headline is recalled already.' });
  t.match(await warta('headline', 'status', id), { code: 0, out: /1 of 1 recalled, proven in/ });
});

t.test('what is wrong with an audience is said by its field', async (t) => {
  const words = ['--title', 'Kabar', '--body', 'Isi.'];
  const unknown = await warta('headline', 'push', ...words, '--to', 'site:tokio,tokyo');
  t.match(unknown, { code: 1, out: '', err: 'audience.sites.0: there is no mission tokio\n' });
  t.match(await warta('headline', 'push', ...words, '--to', 'tokyo'), {
    code: 1,
    err: /a site is site:tokyo/,
  });
  t.match(await warta('headline', 'push', ...words), { code: 1, err: /For whom is it\?/ });
});

t.test('what is wrong with a text is said by its file', async (t) => {
  const bad = await file('kabar.id.md', '---\ntitle: Kabar\nlang: id\nslug: Tidak Boleh\n---\nIsi.\n');
  const refused = await warta('headline', 'push', en, bad, '--to', 'all');
  t.match(refused, { code: 1, err: `${bad}: slug: has other signs` });
  const nameless = await file('tanpa.md', '---\nlang: id\n---\nIsi.\n');
  t.match(await warta('headline', 'push', nameless, '--to', 'all'), {
    code: 1,
    err: `${nameless}: title: is missing\n`,
  });
});

t.test('a dry run tells whom it would reach and publishes nothing', async (t) => {
  const before = await latest();
  const tried = await warta('headline', 'push', '--to', 'kind:embassy', '--dry-run');
  t.match(tried, {
    code: 0,
    out: /would reach 2 missions: berlin, tokyo\nNot osaka: kind is consulate-general/,
  });
  t.equal((await latest()).id, before.id);
});

t.test('one that waits for its moment has nothing to prove yet', async (t) => {
  const moment = '2999-01-01T08:00:00+07:00';
  const pushed = await warta('headline', 'push', id, '--to', 'all', '--publish-at', moment);
  t.match(pushed, { code: 0, out: /Scheduled for 3 missions/ });
  await warta('headline', 'recall', (await latest()).id, '--reason', 'batal');
});

t.test('what is not proven in time ends with 1', async (t) => {
  const pushed = await warta('headline', 'push', id, ...to, '--wait', '0');
  const { id: headline } = await latest();
  t.equal(pushed.code, /proven in/.test(pushed.out) ? 0 : 1);
  t.match(await warta('headline', 'status', headline), { code: 0, out: /1 of 1 live, proven in/ });
});

t.test('a request whose answer is lost is sent again and takes effect once', async (t) => {
  const before = await latest();
  const { url, lost } = await losingFirstAnswer(t, service.url);
  const words = ['--title', 'Sekali', '--body', 'Isi.'];
  const pushed = await warta('headline', 'push', ...words, ...to, '--url', url);
  t.equal(pushed.code, 0, pushed.err);
  t.equal(lost(), 1);
  t.equal((await latest()).number, before.number + 1);
});

/** A way to the service on which the first write arrives and its answer does not. */
async function losingFirstAnswer(t: { teardown(fn: () => void): void }, target: string) {
  let lost = 0;
  const server: Server = createServer(async (request, response) => {
    const { host, connection, 'transfer-encoding': _, ...headers } = request.headers;
    const body = Buffer.concat(await request.toArray());
    const answer = await fetch(target + request.url, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(body.length > 0 && { body }),
    });
    if (request.method === 'POST' && lost === 0) {
      lost += 1;
      request.socket.destroy();
      return;
    }
    const type = answer.headers.get('content-type') ?? '';
    response.writeHead(answer.status, { 'content-type': type }).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => server.close());
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, lost: () => lost };
}
