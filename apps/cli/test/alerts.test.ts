import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import type { Alert } from '../src/api/answers.ts';
import { MISSIONS } from './support/missions.ts';
import { runCommand } from './support/run-command.ts';
import { runningService } from './support/running-service.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const folder = await temporaryFolder(t);
const service = await runningService(t, join(folder, 'data'));
const warta = (...args: string[]) => runCommand(args, service.settings);
const home = async (site: string) => (await fetch(`${service.url}/${site}/`)).text();
const latest = async (...args: string[]) =>
  JSON.parse((await warta('alert', 'list', '--json', ...args)).out)[0] as Alert;
const missions = join(folder, 'missions.csv');
await writeFile(missions, MISSIONS);
await warta('site', 'import', missions);
const alone = ['--reason', 'Nobody else is awake.'];

t.test('an alert is written, released with a reason, updated and ended', async (t) => {
  t.match(await warta('alert', 'draft', '--template', 'earthquake'), {
    code: 1,
    err: /Give --template and --to/,
  });
  const words = ['--template', 'earthquake', '--to', 'country:JP', '--place', 'Honshu'];
  const drafted = await warta('alert', 'draft', ...words);
  t.match(drafted, { code: 0, out: /waits for its release \(version 1\)/ }, drafted.err);
  const { id } = await latest();
  t.match((await warta('alert', 'list')).out, new RegExp(`${id} +draft +1 +alert `));
  t.match(await warta('alert', 'release', id), { code: 1, err: /reason/ }, 'by one alone only with a reason');
  const looked = await warta('alert', 'release', id, '--dry-run');
  t.match(looked.out, /\[id\] .*Honshu/, 'whoever releases it may read it first');
  t.notMatch(await home('tokyo'), 'Honshu');
  const released = await warta('alert', 'release', id, ...alone);
  t.match(released, { code: 0, out: /It is unconfirmed[\s\S]*2 of 2 standing, proven in \d/ }, released.err);
  t.match(await home('tokyo'), 'Honshu');

  const update = [
    '--update',
    id,
    '--title',
    'Gempa susulan',
    '--body',
    'Tetap di luar.',
    '--to',
    'site:tokyo',
  ];
  t.equal((await warta('alert', 'draft', ...update, '--hours', '2')).code, 0);
  const { draft, standing } = await latest();
  t.equal(draft?.template, standing?.template, 'what is not given stays as it is');
  t.match(draft?.content, { severity: standing?.content.severity, expiry: { hours: 2 } });
  t.match((await warta('alert', 'release', id, ...alone)).code, 0);
  t.match(await home('tokyo'), 'Gempa susulan');
  t.notMatch(await home('osaka'), 'class="alert');

  t.match((await warta('alert', 'cancel', id)).out, 'waits for its release (version 3)');
  t.match(await home('tokyo'), 'Gempa susulan');
  t.match(await warta('alert', 'release', id, ...alone), {
    code: 0,
    out: /is ended[\s\S]*cancelled, proven in/,
  });
  t.notMatch(await home('tokyo'), 'Gempa susulan');
  t.match(await warta('alert', 'release', id, ...alone), { code: 1, err: /Nothing of this alert waits/ });
  t.match(await warta('alert', 'draft', '--template', 'x', '--to', 'region:asia-pacific'), {
    code: 1,
    err: /area/,
  });
});

t.test('a drill goes all the way on the practice site and reports its times', async (t) => {
  const drill = await warta('alert', 'drill');
  t.equal(drill.code, 0, drill.err);
  t.match(drill.out, /raised +1 of 1 +\d\.\d\d s\nupdated +1 of 1 +\d\.\d\d s\nended +1 of 1 +\d\.\d\d s/);
  t.match(await latest('--practice'), { practice: true, state: 'cancelled', sites: ['latihan'] });
});
