import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '@warta/database';
import t from 'tap';
import { MISSIONS } from './support/missions.ts';
import { runCommand } from './support/run-command.ts';
import { runningService } from './support/running-service.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

t.test('what was broken while the service was down is found, told in words and repaired', async (t) => {
  const folder = await temporaryFolder(t);
  const dataDir = join(folder, 'data');
  const first = await runningService(t, dataDir);
  const list = join(folder, 'missions.csv');
  await writeFile(list, MISSIONS);
  await runCommand(['site', 'import', list], first.settings);
  const words = ['--locale', 'id', '--title', 'Imbauan', '--body', 'Isi.'];
  const pushed = await runCommand(['headline', 'push', '--to', 'all', ...words], first.settings);
  t.equal(pushed.code, 0, pushed.err);
  const whole = await runCommand(['reconcile'], first.settings);
  t.equal(whole.code, 0, whole.err);
  t.match(whole.out, /^Ledger, database and pages agree; looked at \d+ headlines on sites in/);
  await first.stop();

  const database = await openDatabase({ dataDir, databaseUrl: undefined });
  await database.db.updateTable('post').set({ state: 'withdrawn' }).where('kind', '=', 'headline').execute();
  await database.close();

  const second = await runningService(t, dataDir);
  const looked = await runCommand(['reconcile', '--dry-run'], second.settings);
  t.equal(looked.code, 1);
  t.match(looked.out, /^state +1 .*its post is withdrawn; it must be live$/m);
  t.match(looked.out, '1 wrong, nothing was changed');
  const json = await runCommand(['reconcile', '--dry-run', '--json'], second.settings);
  t.match(JSON.parse(json.out), { found: [{ kind: 'state', number: 1, repairable: true }] });
  const repaired = await runCommand(['reconcile'], second.settings);
  t.equal(repaired.code, 1, 'it tells that something was wrong');
  t.match(repaired.out, '1 wrong, 1 set right, 0 for a person to decide');
  t.equal((await runCommand(['reconcile', '--dry-run'], second.settings)).code, 0);
});
