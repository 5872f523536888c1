import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { MISSIONS } from './support/missions.ts';
import { runCommand } from './support/run-command.ts';
import { runningService } from './support/running-service.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const folder = await temporaryFolder(t);
const service = await runningService(t, join(folder, 'data'));
const file = async (name: string, text: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};
const warta = (...args: string[]) => runCommand(args, service.settings);
const contactsOf = async (site: string) =>
  (await fetch(`${service.url}/api/v1/sites/${site}/contacts`)).json() as Promise<{ value: string }[]>;
await warta('site', 'import', await file('missions.csv', MISSIONS));

const LIST = `site,kind,purpose,value,hours,label_id
tokyo,phone,emergency,+44 20 7946 0123,24/7,Contoh
tokyo,email,visas,visas@tokyo.example,Mo-Fr 09:00-12:00,
berlin,whatsapp,emergency,+1 202 555 0123,,Contoh
`;

t.test('nothing is written by a dry run', async (t) => {
  const list = await file('contacts.csv', LIST);
  const tried = await warta('contacts', 'import', list, '--dry-run');
  t.match(tried, {
    code: 0,
    err: '',
    out: /^tokyo: contacts 0 → 2\nberlin: contacts 0 → 1\n2 sites would/,
  });
  t.same(await contactsOf('tokyo'), []);
});

t.test('nothing is written when a row is wrong, and each wrong one is told', async (t) => {
  const wrong = LIST.replace('tokyo,email', 'tokio,email').replace('+1 202', '202');
  const refused = await warta('contacts', 'import', await file('wrong.csv', wrong));
  t.equal(refused.code, 1);
  t.match(refused.err, /wrong\.csv: .*\nline 3, site: there is no site tokio\nline 4, value: starts with \+/);
  t.same(await contactsOf('tokyo'), []);
});

t.test('a list is imported, and again without a change', async (t) => {
  const list = await file('contacts.csv', LIST);
  t.match(await warta('contacts', 'import', list), { code: 0, out: /^2 sites changed\.$/m });
  t.same(
    (await contactsOf('tokyo')).map(({ value }) => value),
    ['+442079460123', 'visas@tokyo.example'],
  );
  t.equal(
    (await warta('contacts', 'import', list)).out,
    '2 have these contacts already.\n0 sites changed.\n',
  );
  const shorter = LIST.split('\n').slice(0, 2).join('\n');
  const less = await warta('contacts', 'import', await file('shorter.csv', shorter));
  t.match(less, { code: 0, out: /^tokyo: contacts 2 → 1$/m });
  t.equal((await contactsOf('berlin')).length, 1, 'a site that is not named keeps its contacts');
});
