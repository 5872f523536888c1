import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import type { Site, TokenRow } from '../src/api/answers.ts';
import { MISSIONS } from './support/missions.ts';
import { runCommand } from './support/run-command.ts';
import { runningService } from './support/running-service.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const folder = await temporaryFolder(t);
const dataDir = join(folder, 'data');
const service = await runningService(t, dataDir);
const warta = (...args: string[]) => runCommand(args, service.settings);
const file = async (name: string, text: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};
const site = async (slug: string) =>
  (await fetch(`${service.url}/api/v1/sites/${slug}`)).json() as Promise<Site>;
const tokens = async () => JSON.parse((await warta('token', 'list', '--json')).out) as TokenRow[];

t.test('a list of missions is imported, and those that are there are passed over', async (t) => {
  const list = await file('missions.csv', MISSIONS);
  t.match(await warta('site', 'import', list), { code: 0, out: /3 sites opened/ });
  const again = await warta('site', 'import', list);
  t.match(again, { code: 0, out: /3 are there already: tokyo, osaka, berlin\n0 sites opened/ });
  t.match(await site('tokyo'), {
    name: { id: 'KBRI Tokyo' },
    locales: ['id', 'en', 'ja'],
    region: 'asia-pacific',
  });
});

t.test('nothing of a list is imported when a value is wrong', async (t) => {
  const list = await file('wrong.csv', MISSIONS.replace('berlin,embassy', 'bonn,embassi'));
  const refused = await warta('site', 'import', list);
  t.match(refused, { code: 1, err: /line 4, kind: is not one of/ });
  t.match(await site('bonn'), { status: 404 });
});

t.test('a site is opened with what the command line says', async (t) => {
  const added = await warta(
    ...[
      'site',
      'add',
      'wellington',
      '--kind',
      'embassy',
      '--name',
      'id=KBRI Wellington',
      '--city',
      'Wellington',
    ],
    ...['--country', 'NZ', '--timezone', 'Pacific/Auckland', '--locales', 'id,en', '--latitude', '-41.29'],
  );
  t.match(added, { code: 0, out: /Site wellington is open/ });
  t.match(await site('wellington'), { country: 'NZ', latitude: -41.29, locales: ['id', 'en'] });
  t.match((await warta('site', 'list')).out, /^wellington +embassy +KBRI Wellington +NZ/m);
});

t.test('one setting of a site is changed and the rest left', async (t) => {
  await warta('site', 'set', 'tokyo', 'statusNote.en=Closed early', 'accent=#112233', 'servedBy=osaka');
  const changed = await warta('site', 'set', 'tokyo', 'status=limited', 'statusNote.id=Tutup lebih awal');
  t.equal(changed.code, 0, changed.err);
  t.match(await site('tokyo'), {
    status: 'limited',
    accent: '#112233',
    servedBy: ['osaka'],
    statusNote: { id: 'Tutup lebih awal', en: 'Closed early' },
  });
  await warta('site', 'set', 'tokyo', 'statusNote.en=');
  t.same((await site('tokyo')).statusNote, { id: 'Tutup lebih awal' });
  const refused = await warta('site', 'set', 'tokyo', 'theme=none', 'latitude=north');
  t.match(refused, { code: 1, err: /^latitude: / });
});

t.test('a closed mission says who serves instead', async (t) => {
  const closed = await warta(
    'site',
    'close',
    'osaka',
    '--served-by',
    'tokyo',
    '--note',
    'id=Pindah ke Tokyo',
  );
  t.equal(closed.code, 0, closed.err);
  t.match(await site('osaka'), {
    status: 'closed',
    servedBy: ['tokyo'],
    statusNote: { id: 'Pindah ke Tokyo' },
  });
});

t.test('a post is published from a file, with what its front matter says', async (t) => {
  const text = await file(
    'festival.md',
    '---\ntitle: Festival Jakarta\nlang: id\nslug: festival\ncategory: culture\ntags: musik, tari\n' +
      'published: 2026-01-02T03:04:05+07:00\n---\n\nSelamat datang.\n',
  );
  const published = await warta('post', 'publish', text, '--site', 'berlin');
  t.match(published, { code: 0, out: /\/berlin\/id\/festival/ });
  const timeline = await (await fetch(`${service.url}/api/v1/sites/berlin/timeline`)).json();
  t.match(timeline, {
    posts: [{ category: 'culture', tags: ['musik', 'tari'], publishedAt: '2026-01-01T20:04:05.000Z' }],
  });
  const refused = await warta('post', 'publish', text, '--site', 'berlin');
  t.match(refused, { code: 1, err: 'slug: another post of this site has it; take another\n' });
});

t.test('the posts of a site are listed, and one is withdrawn with a notice', async (t) => {
  const listed = await warta('post', 'list', '--site', 'berlin');
  t.match(listed, { code: 0, out: /live +article +id .* Festival Jakarta/ });
  t.equal((await warta('post', 'list', '--site', 'berlin', '--words', 'batik')).out.split('\n').length, 2);
  const [id = ''] = /^[0-9a-f-]{36}/m.exec(listed.out) ?? [];
  const there = ['post', 'withdraw', id, '--site', 'berlin'];
  t.match(await warta(...there, '--notice', 'Batal'), { code: 1, err: /does not say its language/ });
  t.match(await warta(...there, '--notice', 'id=Festival batal.'), { code: 0, out: /is withdrawn/ });
  const gone = await fetch(`${service.url}/berlin/id/festival`);
  t.equal(gone.status, 410);
  t.match(await gone.text(), 'Festival batal.');
  t.match(await warta(...there), { code: 1, err: /is not published/ });
});

t.test('a token is made, seen and revoked over the API', async (t) => {
  const made = await warta('token', 'create', '--name', 'auditor 1', '--role', 'auditor');
  t.match(made, { code: 0, out: /^warta_[\w-]{43}\n$/ });
  const token = (await tokens()).find((one) => one.name === 'auditor 1');
  t.match(token, { role: 'auditor', revokedAt: null });
  const settings = { ...service.settings, WARTA_TOKEN: made.out.trim() };
  t.match(await runCommand(['token', 'list'], settings), {
    code: 1,
    err: /The role auditor may not do this/,
  });
  await warta('token', 'revoke', token?.id ?? '');
  t.match(await runCommand(['token', 'list'], settings), { code: 1, err: /was revoked/ });
});

t.test('without a token a command says where it looks for one', async (t) => {
  const settings = { ...service.settings, DATA_DIR: folder };
  t.match(await runCommand(['token', 'list'], settings), { code: 1, err: /set WARTA_TOKEN, or DATA_DIR/ });
});

t.test('what needs the database is refused while the service has it open', async (t) => {
  const refused = await warta('backup', join(folder, 'running.tar'));
  t.match(refused, { code: 1, err: /^DATA_DIR .* is in use by another process/ });
});

t.test('when the service is stopped', async (t) => {
  await service.stop();

  t.test('a command that needs it says in one line where it looked', async (t) => {
    const refused = await warta('site', 'list');
    t.match(refused, { code: 1, err: `The service does not answer at ${service.url} (ECONNREFUSED)` });
    t.equal(refused.err.split('\n').length, 2);
  });

  t.test('the first operator is invited in the database', async (t) => {
    const invite = (...more: string[]) =>
      warta('user', 'invite', 'rani@example.org', '--name', 'Rani', ...more);
    t.match(await invite('--role', 'head-of-site'), { code: 1, err: /memberships.*site/ });
    t.match(await invite('--role', 'head-of-site', '--site', 'nowhere'), { code: 1, err: /no site nowhere/ });
    const made = await invite('--role', 'operator');
    t.match(made, { code: 0, out: /^https?:\/\/\S+\/desk\/link\/[\w-]{43}\n$/, err: /works once/ });
  });

  t.test('a token is made in the database, checked as the API checks it', async (t) => {
    const made = await warta('token', 'create', '--name', 'first', '--role', 'operator');
    t.match(made, { code: 0, out: /^warta_/ });
    t.match(await tokens(), [
      { name: 'first', role: 'operator' },
      { name: 'auditor 1' },
      { name: 'operator' },
    ]);
    const wrong = await warta('token', 'create', '--name', 'x', '--role', 'king', '--expires', 'tomorrow');
    t.match(wrong, { code: 1, err: /^role: is not one of .*\nexpiresAt: needs a moment with an offset/ });
  });

  t.test('no database is made where none is looked for', async (t) => {
    const empty = join(folder, 'empty');
    await mkdir(empty);
    const refused = await runCommand(['token', 'list'], { ...service.settings, DATA_DIR: empty });
    t.match(refused, { code: 1, err: /^There is no database in / });
  });
});
