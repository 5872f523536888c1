import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { readAlertAddress } from '../../src/alerts/alert-address.ts';
import { bannerFor } from '../../src/alerts/banner.ts';
import { AlertBoard } from '../../src/alerts/board.ts';
import { readBoardCopy, writeBoardCopy } from '../../src/alerts/board-copy.ts';
import { readConfig } from '../../src/config.ts';
import { PORTAL } from '../../src/pages/answer.ts';
import { open, SITES, standing } from './samples.ts';

const marks = (alerts: readonly { number: number }[] | undefined) => alerts?.map(({ number }) => number);

t.test('an alert stands on its sites and on the portal, the gravest first', async (t) => {
  const board = new AlertBoard();
  board.setSites(SITES);
  t.equal(board.forSite('tokyo-id'), undefined);
  const ids = SITES.map(({ id }) => id);
  const now = new Date();
  board.setAlerts(
    [
      standing({ number: 1, severity: 'Moderate' }),
      standing({ number: 2, severity: 'Extreme', kind: 'solemn', everywhere: true, sites: ids }),
      standing({ number: 3, severity: 'Extreme' }),
      standing({ number: 4, sites: ['cairo-id'], practice: true }),
    ],
    now,
  );
  t.same(marks(board.forSite('tokyo-id')), [3, 1, 2], 'a solemn notice comes after what is dangerous');
  t.same(marks(board.forSite('cairo-id')), [4, 2]);
  t.same(marks(board.forSite(PORTAL)), [3, 1, 2], 'an exercise is nowhere but where it is held');
  t.same(marks(board.forSite('kemlu-id')), [2], 'the ministry’s blog is a site like any other');
  t.same(marks(board.forSite('a-site-just-opened')), [2], 'everywhere means there too');
});

t.test('an alert goes by itself when its time is over, by the clock it was set by', async (t) => {
  const board = new AlertBoard();
  board.setSites(SITES);
  const alert = standing({ expiresAt: '2026-11-25T10:00:00.000Z' });
  board.setAlerts([alert], new Date('2026-11-25T09:59:59.960Z'));
  const before = board.version;
  t.same(marks(board.forSite('tokyo-id')), [12]);
  board.setAlerts([alert], new Date('2026-11-25T09:59:59.970Z'));
  t.equal(board.version, before, 'the same once more is nothing new');
  while (board.forSite('tokyo-id')) await new Promise((resolve) => setTimeout(resolve, 5));
  t.not(board.version, before);
  t.equal(board.find(12), undefined);
  board.setAlerts([alert], new Date('2026-11-25T10:00:00.001Z'));
  t.equal(board.forSite('tokyo-id'), undefined);
});

t.test('the copy on disk is whole or not taken for one', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'warta-'));
  t.teardown(() => rm(dir, { recursive: true }));
  t.equal(await readBoardCopy(dir), undefined, 'there is none yet');
  const copy = { alerts: [standing()], open: [open()], sites: SITES };
  await writeBoardCopy(join(dir, 'new'), copy);
  await writeBoardCopy(dir, copy);
  t.match(await readBoardCopy(dir), copy);
  t.same(await readdir(dir), ['new', 'standing.json'], 'no draft of it is left');
  const file = join(dir, 'standing.json');
  t.equal((await stat(file)).mode & 0o777, 0o600);

  const whole = await readFile(file, 'utf8');
  const wrong = [
    whole.slice(0, -10),
    '',
    'null',
    '{"format":2}',
    whole.replace('"format":2', '"format":1'),
    whole.replace('"expiresAt":"', '"expiresAt":"soon'),
    whole.replace('"Extreme"', '"Horrible"'),
  ];
  for (const text of wrong) {
    await writeFile(file, text);
    t.equal(await readBoardCopy(dir), undefined, text.slice(0, 20));
  }
});

t.test('addresses of alerts', async (t) => {
  const alert = (number: number, locale: string) => ({ page: 'alert', number, locale });
  const to = (path: string) => ({ page: 'redirect', path });
  const table: [string, unknown][] = [
    ['/alerts', { page: 'list', locale: 'id' }],
    ['/en/alerts', { page: 'list', locale: 'en' }],
    ['/alerts/', to('/alerts')],
    ['/alerts/c', alert(12, 'id')],
    ['/en/alerts/c', alert(12, 'en')],
    ['/alerts/c/ja', alert(12, 'ja')],
    ['/alerts/c/zh-hans', to('/alerts/c/zh-Hans')],
    ['/alerts/C', to('/alerts/c')],
    ['/alerts/0c', to('/alerts/c')],
    ['/alerts/c/id', to('/alerts/c')],
    ['/alerts/c/en', to('/en/alerts/c')],
    ['/en/alerts/c/ja', undefined],
    ['/alerts/0', undefined],
    ['/alerts/w', undefined],
    ['/alerts/c/ja/x', undefined],
    ['/alerts.json', undefined],
    ['/alert', undefined],
  ];
  for (const [path, wanted] of table) t.same(readAlertAddress(path), wanted, path);
});

t.test(
  'a mission’s readers are given its number, else one in their country, else the ministry’s',
  async (t) => {
    const board = new AlertBoard();
    board.setSites(SITES);
    const config = readConfig({ PUBLIC_URL: 'http://warta.test' });
    const sites = SITES.map(({ id }) => id);
    const callsOn = (site: string, more: Parameters<typeof standing>[0] = {}) => {
      board.setAlerts([standing({ everywhere: true, sites, ...more })], new Date());
      const [alert] = bannerFor(config, board, { site, locale: 'id' })?.alerts ?? [];
      return alert?.numbers.map(({ href }) => href);
    };
    const tokyo = ['tel:+442079460123', 'https://wa.me/447700900123'];
    t.same(callsOn('tokyo-id'), tokyo);
    t.same(callsOn('cairo-id'), ['tel:+442079460199'], 'never that of a mission in another country');
    t.same(callsOn(PORTAL), ['tel:+442079460199'], 'families at home read the portal');
    t.same(callsOn('tokyo-id', { kind: 'solemn' }), [], 'nobody is called in mourning');
    board.setSites(SITES.map((site) => (site.slug === 'cairo' ? { ...site, country: 'JP' } : site)));
    t.same(callsOn('cairo-id'), tokyo);
    t.same(callsOn('tokyo-id', { numbersThere: [] }), ['tel:+442079460199']);
  },
);
