import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { runCommand } from './support/run-command.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const OURS = join(import.meta.dirname, '../../../themes/nusantara');

t.test('a theme is looked at from the command line, one line for each thing that is wrong', async (t) => {
  const good = await runCommand(['theme', 'check', OURS], {});
  t.match(good, { code: 0, err: '' });
  t.match(good.out, /nusantara: 0 errors, 0 warnings\.\n$/);

  const folder = join(await temporaryFolder(t), 'own');
  await mkdir(join(folder, 'assets'), { recursive: true });
  const css = 'p { margin-left: 0; background: url(https://x.example/a.png); }';
  await writeFile(join(folder, 'assets/a.css'), css);
  t.match(await runCommand(['theme', 'check', folder], {}), { code: 1, err: /there is no theme.json in it/ });
  await writeFile(join(folder, 'theme.json'), JSON.stringify({ name: 'own', title: 'Own' }));
  const bad = await runCommand(['theme', 'check', folder], {});
  t.equal(bad.code, 1);
  t.match(
    bad.out,
    /^error {4}assets\/a\.css: loads "https:[^\n]*\nwarning {2}assets\/a\.css: [^\n]*\n.*1 errors, 1 warnings/s,
  );
  t.match(JSON.parse((await runCommand(['theme', 'check', folder, '--json'], {})).out), [
    { level: 'error', file: 'assets/a.css' },
    { level: 'warning' },
  ]);
});
