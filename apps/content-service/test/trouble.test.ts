import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '@warta/database/testing';
import { missionInput } from '@warta/sites/testing';
import { openSite } from '@warta/sync';
import t from 'tap';
import { openMinistry } from '../src/open-ministry.ts';
import { actor, MISSIONS, startOn, type TestService } from './support.ts';

type Test = Parameters<typeof testDatabase>[0];

/** A service whose themes have templates that fail as they are drawn, as ones do that were written wrongly. */
async function withBroken(t: Test, templates: string[]): Promise<TestService> {
  const dir = await mkdtemp(join(tmpdir(), 'warta-themes-'));
  await cp(join(import.meta.dirname, '../../../themes'), dir, { recursive: true });
  for (const file of templates) await writeFile(join(dir, file), '<%= it.nothing.at.all %>');
  t.teardown(() => rm(dir, { recursive: true }));
  const database = await testDatabase(t);
  await openMinistry(database, actor);
  for (const mission of MISSIONS) await openSite(database.db, actor, missionInput(...mission));
  return startOn(t, database, { THEMES_DIR: dir });
}

t.test(
  'a template that fails costs its own page alone, which says so in the site’s theme and language',
  async (t) => {
    const { read } = await withBroken(t, ['nusantara/templates/home.eta']);
    const broken = await read('/tokyo/ja/');
    t.equal(broken.status, 500);
    t.match(broken.body, /<html lang="ja"[\s\S]*\/assets\/nusantara\/[\s\S]*<h1>[^<]+<\/h1>/);
    t.match(broken.body, /class="notice-status" aria-hidden="true">500</);
    t.match(broken.body, '<meta name="robots" content="noindex">');
    t.notMatch(broken.body, /not defined|TypeError/, 'nothing of the inside');
    t.equal(broken.headers['cache-control'], 'no-store');
    t.equal((await read('/cairo/ar/')).status, 500);
    t.match((await read('/cairo/ar/')).body, 'dir="rtl"');
    t.equal((await read('/tokyo/ja/contact')).status, 200, 'other pages stand');
  },
);

t.test('a theme that draws nothing any more leaves the plain page, and at last bare words', async (t) => {
  const broken = ['nusantara/templates/home.eta', 'nusantara/templates/notice.eta'];
  const plain = await (await withBroken(t, broken)).read('/tokyo/ja/');
  t.equal(plain.status, 500);
  t.match(plain.body, /<html lang="ja"[\s\S]*<body class="plain-page">[\s\S]*在京大使館/);

  const more = [...broken, 'nusantara/templates/emergency.eta'];
  const base = await (await withBroken(t, more)).read('/tokyo/ja/');
  t.equal(base.status, 500);
  t.match(base.body, /<html lang="ja"[\s\S]*\/assets\/base\/[\s\S]*<body class="plain-page">/);

  const bare = await (await withBroken(t, [...more, 'base/templates/emergency.eta'])).read('/tokyo/ja/');
  t.equal(bare.status, 500);
  t.match(bare.body, /<section lang="id"><h1>[\s\S]*<section lang="en"><h1>Something went wrong here/);
});
