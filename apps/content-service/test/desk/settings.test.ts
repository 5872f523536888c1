import { announceChange, EVERYTHING } from '@warta/changes';
import { findSite } from '@warta/sites';
import t from 'tap';
import { testService, until } from '../support.ts';
import { type Page, signedIn } from './desk-client.ts';
import { open, publish, save } from './write.ts';

const HERE = '/desk/sites/tokyo/settings';
const markIn = ({ body }: Page) => /name="mark" value="([^"]+)"/.exec(body)?.[1] ?? '';

t.test(
  'a colour that cannot be read is refused, and the nearest that can be is one press away',
  async (t) => {
    const test = await testService(t);
    const head = await signedIn(test, 'technical-officer', 'tokyo');
    const mark = markIn(await head.get(`${HERE}/look`));
    const refused = await head.post(`${HERE}/look`, { mark, theme: 'base', accent: '#ffe08a' });
    t.equal(refused.status, 422);
    t.match(refused.body, 'too pale');
    t.match(refused.body, 'value="#ffe08a"', 'what was typed is still there');
    const nearest = /name="nearest" value="(#[0-9a-f]{6})"/.exec(refused.body)?.[1] ?? '';
    const taken = await head.post(`${HERE}/look`, { mark, theme: 'base', accent: '#ffe08a', nearest });
    t.equal(taken.status, 303);
    t.equal((await findSite(test.database.db, 'tokyo'))?.accent, nearest);
    t.match((await test.read('/tokyo/')).body, nearest.slice(1), 'readers see it');
  },
);

t.test('what a theme can be set to is looked at before it is saved, and nothing typed is lost', async (t) => {
  const test = await testService(t);
  const head = await signedIn(test, 'technical-officer', 'tokyo');
  const form = await head.get(`${HERE}/look`);
  t.match(form.body, /<option value="magazine">Magazine/);
  t.match(form.body, /<label for="field-themeSettings-footerWords-ja">Japanese/);
  const fields = {
    ...{ mark: markIn(form), theme: 'nusantara', accent: '#0a5c36' },
    ...{ 'themeSettings.homeLayout': 'magazine', 'themeSettings.showHero': 'no' },
    'themeSettings.footerWords.id': 'Dikelola <kami>',
  };
  const before = (await test.read('/tokyo/')).body;
  const looked = await head.post(`${HERE}/look/preview`, fields);
  t.equal(looked.status, 200);
  t.equal(looked.headers['cache-control'], 'no-store');
  const shown = /srcdoc="([^"]*)"/.exec(looked.body)?.[1] ?? '';
  for (const part of ['0a5c36.css', 'class=&quot;wrap magazine&quot;', 'Dikelola &amp;lt;kami&amp;gt;']) {
    t.match(shown, part);
  }
  t.match(looked.body, '<option value="magazine" selected>', 'what was chosen is still chosen');
  t.match(looked.body, 'Dikelola &lt;kami&gt;</textarea>');
  t.equal(markIn(looked), fields.mark);
  t.equal((await test.read('/tokyo/')).body, before, 'readers have what they had');
  t.match(await findSite(test.database.db, 'tokyo'), { themeSettings: {}, version: 1 });

  const pale = await head.post(`${HERE}/look/preview`, { ...fields, accent: '#ffe08a' });
  t.equal(pale.status, 422);
  t.match(pale.body, 'too pale');
  t.match(pale.body, 'Dikelola &lt;kami&gt;</textarea>');
  const long = { ...fields, 'themeSettings.footerWords.id': 'x'.repeat(301) };
  const tooLong = await head.post(`${HERE}/look`, long);
  t.equal(tooLong.status, 422);
  t.match(tooLong.body, /footerWords-id">Words at the foot of pages: Indonesian<\/a>: has at most 300/);

  t.equal((await head.post(`${HERE}/look`, fields)).status, 303);
  const themeSettings = { homeLayout: 'magazine', showHero: false, footerWords: { id: 'Dikelola <kami>' } };
  t.match(await findSite(test.database.db, 'tokyo'), { themeSettings });
  t.match(
    (await test.read('/tokyo/ja/')).body,
    '<p class="foot-words" lang="id" dir="ltr">Dikelola &lt;kami&gt;',
  );
  const back = { ...fields, 'themeSettings.homeLayout': 'news', 'themeSettings.footerWords.id': '' };
  await head.post(`${HERE}/look`, { ...back, mark: markIn(await head.get(`${HERE}/look`)) });
  t.same(
    (await findSite(test.database.db, 'tokyo'))?.themeSettings,
    { showHero: false },
    'defaults go with the theme',
  );
});

t.test('a setting that no longer holds is logged, and the page stands with its default', async (t) => {
  const test = await testService(t);
  const stored = JSON.stringify({ homeLayout: 'cinema', gone: 1, footerWords: { id: 'Kami' } });
  const { db } = test.database;
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('site').set({ theme_settings: stored }).where('slug', '=', 'tokyo').execute();
    await announceChange(trx, [EVERYTHING]);
  });
  const said: string[] = [];
  test.service.app.log.warn = (words: string) => said.push(words);
  const { status, body } = await until(
    () => test.read('/tokyo/'),
    (answer) => answer.body.includes('Kami</p>'),
  );
  t.equal(status, 200);
  t.notMatch(body, 'magazine');
  t.match(said.toSorted(), [
    /tokyo: themeSettings.gone is no setting/,
    /tokyo: themeSettings.homeLayout is one of news, magazine/,
  ]);
});

t.test('links of the menu are added, moved and taken out in a form without script', async (t) => {
  const test = await testService(t);
  const head = await signedIn(test, 'technical-officer', 'tokyo');
  const menu = async () => (await findSite(test.database.db, 'tokyo'))?.menu.map(({ address }) => address);
  const link = (n: number, address: string, place: string) => ({
    [`menu.${n}.label.id`]: `Tautan ${address}`,
    [`menu.${n}.address`]: address,
    [`menu.${n}.place`]: place,
  });
  const send = async (fields: object) =>
    head.post(`${HERE}/menu`, { mark: markIn(await head.get(`${HERE}/menu`)), ...fields });
  await send({ ...link(0, '/a', '1'), ...link(1, '/b', '2'), ...link(2, '/c', '3') });
  t.same(await menu(), ['/a', '/b', '/c']);
  await send({ ...link(0, '/a', '3'), ...link(1, '/b', '2'), ...link(2, '/c', '3') });
  t.same(await menu(), ['/b', '/c', '/a'], 'moved down, it stands behind the one whose place it took');
  await send({ ...link(0, '/b', '1'), ...link(1, '/c', ''), ...link(2, '/a', '1') });
  t.same(await menu(), ['/a', '/b'], 'moved up it stands before it; without a place it is gone');
  const wrong = await send({ ...link(0, '/a', '1'), ...link(1, 'javascript:alert(1)', '2') });
  t.equal(wrong.status, 422);
  t.match(wrong.body, /href="#field-menu-1-address">Link 2: Leads to/, 'the wrong row is named');
});

t.test('two people on one page of settings: the second sees both, and nothing is lost', async (t) => {
  const test = await testService(t);
  const one = await signedIn(test, 'technical-officer', 'tokyo', 'Ayu');
  const two = await signedIn(test, 'technical-officer', 'tokyo', 'Bagus S');
  const mark = markIn(await one.get(`${HERE}/status`));
  await two.get(`${HERE}/status`);
  await one.post(`${HERE}/review`, { mark: markIn(await one.get(`${HERE}/review`)), fourEyes: 'yes' });
  const first = { mark, status: 'limited', 'statusNote.en': 'By appointment' };
  t.equal((await one.post(`${HERE}/status`, first)).status, 303, 'another page saved since is no conflict');
  t.equal((await one.post(`${HERE}/status`, first)).status, 303, 'the same sent twice is saved once');

  const second = { mark, status: 'closed', 'statusNote.en': 'Closed for now', 'servedBy.0': 'cairo' };
  const conflict = await two.post(`${HERE}/status`, second);
  t.equal(conflict.status, 409);
  t.match(conflict.body, 'Somebody else has saved this page');
  for (const words of ['By appointment', 'Closed for now']) t.match(conflict.body, words);
  await two.post(`${HERE}/status`, { ...second, mark: markIn(conflict) });
  const site = await findSite(test.database.db, 'tokyo');
  t.match(site, { status: 'closed', fourEyes: true, servedBy: [{ slug: 'cairo' }] });
  t.match((await test.read('/tokyo/en/')).body, 'Closed for now');
});

t.test('languages keep their order, and accounts elsewhere become addresses', async (t) => {
  const test = await testService(t);
  const head = await signedIn(test, 'technical-officer', 'tokyo');
  const languages = {
    'locales.0.tag': 'id',
    'locales.0.place': '2',
    'locales.1.tag': 'en',
    'locales.1.place': '1',
  };
  const mark = markIn(await head.get(`${HERE}/languages`));
  await head.post(`${HERE}/languages`, { mark, ...languages, 'locales.2.tag': 'ja', 'locales.2.place': '3' });
  t.same((await findSite(test.database.db, 'tokyo'))?.locales, ['en', 'id', 'ja']);
  const account = { 'social.0.of': 'head', 'social.0.platform': 'x', 'social.0.place': '1' };
  const social = markIn(await head.get(`${HERE}/social`));
  const wrong = await head.post(`${HERE}/social`, {
    mark: social,
    ...account,
    'social.0.url': 'https://example.org/x',
  });
  t.equal(wrong.status, 422);
  await head.post(`${HERE}/social`, { mark: social, ...account, 'social.0.url': '@dubes' });
  t.match((await findSite(test.database.db, 'tokyo'))?.social, [{ of: 'head', url: 'https://x.com/dubes' }]);
  t.match((await head.get(HERE)).body, '1 account');
  const stranger = await head.post(`${HERE}/logo`, { media: '0199aaaa-0000-7000-8000-000000000000' });
  t.equal(stranger.status, 422, 'a picture of nobody is refused');
});

t.test('a site sorts its posts by categories of its own as well, named in its languages', async (t) => {
  const test = await testService(t);
  const head = await signedIn(test, 'technical-officer', 'tokyo');
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const send = async (fields: object) =>
    head.post(`${HERE}/categories`, { mark: markIn(await head.get(`${HERE}/categories`)), ...fields });
  const row = (n: number, id: string, ja = '') => ({
    [`categories.${n}.label.id`]: id,
    [`categories.${n}.label.ja`]: ja,
    [`categories.${n}.place`]: String(n + 1),
  });
  const wrong = await send({ ...row(0, 'Kelas gamelan'), ...row(1, 'Culture') });
  t.match(wrong.body, /href="#field-categories-1-label-id">Category 2: [^<]+<\/a>: is there already/);
  t.match(wrong.body, 'value="Kelas gamelan"', 'what was typed is still there');
  t.match((await send({ ...row(0, 'Arisan'), ...row(1, 'arisan!') })).body, 'is in the list already');
  t.equal((await send(row(0, 'Kelas gamelan', 'ガムラン教室'))).status, 303);
  const own = async () => (await findSite(test.database.db, 'tokyo'))?.categories;
  t.same(await own(), [{ key: 'kelas-gamelan', label: { id: 'Kelas gamelan', ja: 'ガムラン教室' } }]);

  const here = await open(editor);
  t.match((await editor.get(here)).body, '<option value="kelas-gamelan">Kelas gamelan</option>');
  await save(editor, here, { category: 'kelas-gamelan' });
  await publish(editor, here);
  t.match((await test.read('/tokyo/')).body, 'Kelas gamelan');
  t.match((await test.read('/tokyo/ja/')).body, 'ガムラン教室');
  t.match((await test.read('/tokyo/feed.xml')).body, 'label="Kelas gamelan"');

  const post = { locale: 'id', title: 'x', body: 'x', category: 'kelas-gamelan' };
  t.equal((await test.call('POST', '/sites/tokyo/posts', post)).status, 201);
  const elsewhere = await test.call('POST', '/sites/cairo/posts', post);
  t.match(elsewhere.json(), { status: 422, errors: [{ field: 'category' }] }, 'it is no other site’s');

  const named = { ...row(0, 'Gamelan'), 'categories.0.key': 'kelas-gamelan' };
  await send(named);
  t.match(
    (await test.read('/tokyo/')).body,
    '>Gamelan<',
    'another name reaches readers, the posts stay in it',
  );
  await send({ ...named, 'categories.0.place': '' });
  t.same(await own(), []);
  const gone = await editor.get(here);
  t.match(gone.body, '<option value="kelas-gamelan" selected>');
  t.match((await save(editor, here, { category: 'kelas-gamelan', title: 'Baru' })).body, 'choose one');
});
