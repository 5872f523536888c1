import { createToken, type Role } from '@warta/accounts';
import { storePicture } from '@warta/media';
import { photo } from '@warta/media/testing';
import { findSite } from '@warta/sites';
import t from 'tap';
import { makePerson } from './desk/desk-client.ts';
import { actor, HOST, headline, MISSIONS, type TestService, testService, until } from './support.ts';

const PATH = '/tokyo/en/advisory-for-citizens-h1';
const OURS = {
  texts: [
    { locale: 'en', intro: 'For **us** in Japan.', note: '## Where to call\n\nAsk at the counter.' },
    { locale: 'ja', translation: { title: '国民への注意', summary: '要旨', body: '重要な本文。' } },
  ],
};

async function pushed(test: TestService, more: object = {}) {
  const { id } = (await test.call('POST', '/headlines', headline(more))).json();
  const overlay = `/sites/tokyo/headlines/${id}/overlay`;
  const etag = async () => String((await test.call('GET', overlay)).headers.etag);
  const set = async (body: object) => test.call('PUT', overlay, body, { 'if-match': await etag() });
  const correct = (title: string, version: number) => {
    const { translations, audience } = headline();
    const changed = translations.map((text) => (text.locale === 'en' ? { ...text, title } : text));
    const body = { translations: changed, audience, note: 'The number was wrong.' };
    return test.call('PUT', `/headlines/${id}`, body, { 'if-match': `"${version}"` });
  };
  return { id: String(id), overlay, set, correct, etag };
}

t.test('readers tell the mission’s words from the official text, in words and in the markup', async (t) => {
  const test = await testService(t);
  const { set } = await pushed(test);
  const before = await test.read(PATH);
  t.equal((await set(OURS)).status, 204);
  const { body } = await test.read(PATH);
  const order = [
    'From Embassy in Tokyo',
    'For <strong>us</strong> in Japan.',
    'Official text of the ministry',
  ];
  const after = ['An <strong>important</strong> text.', 'More from Embassy in Tokyo', 'Ask at the counter.'];
  const places = [...order, ...after].map((words) => body.indexOf(words));
  t.same(
    places,
    [...places].sort((a, b) => a - b),
  );
  t.ok(places.every((place) => place > 0));
  t.match(body, /<aside class="mission-words"[^>]*>[\s\S]*?<div class="prose" lang="en" dir="ltr">/);
  const sealed = /<!--w:1\.1\.body\.[0-9a-f]{16}-->[\s\S]*?<!--\/w-->/;
  t.equal(sealed.exec(body)?.[0], sealed.exec(before.body)?.[0], 'the official text is the same to the byte');
  t.notMatch((await test.read('/cairo/en/advisory-for-citizens-h1')).body, /mission-words|official text/i);
  t.match(
    (await test.read('/tokyo/id/imbauan-bagi-wni-h1')).body,
    /<div class="prose" lang="en" dir="ltr">\n<p>For/,
  );
});

t.test(
  'a translation is the mission’s own wherever it stands, and the probe still proves the headline',
  async (t) => {
    const test = await testService(t, [['tokyo', { ...MISSIONS[0]?.[1], locales: ['ja', 'id', 'en'] }]]);
    const { id, set, correct } = await pushed(test);
    await set(OURS);
    const { headlines } = (await test.call('GET', '/sites/tokyo/timeline')).json();
    t.match(headlines, [{ locale: 'ja', translatedBy: 'tokyo' }]);
    const { pathname } = new URL(headlines[0].url);
    const page = await test.read(pathname);
    t.match(page.body, /在京大使館による翻訳（公式文書ではありません）/);
    t.match(page.body, /<a href="\/tokyo\/id\/imbauan-bagi-wni-h1">公式文書を読む/);
    t.match(
      page.body,
      `<link rel="canonical" href="http://${HOST}/tokyo/ja/`,
      'the ministry has no such page',
    );
    t.notMatch(page.body, '<link rel="alternate" hreflang', 'a copy names no other languages');
    const copy = await test.read('/tokyo/id/imbauan-bagi-wni-h1');
    t.match(copy.body, `<link rel="canonical" href="http://${HOST}/kemlu/id/imbauan-bagi-wni-h1">`);
    t.notMatch(copy.body, '<link rel="alternate" hreflang');
    const official = await test.read('/kemlu/id/imbauan-bagi-wni-h1');
    for (const lang of ['id', 'en', 'x-default'])
      t.match(official.body, `<link rel="alternate" hreflang="${lang}" href="http://${HOST}/kemlu/`);
    const home = await test.read('/tokyo/');
    t.match(home.body, /国民への注意<!--\/w-->/);
    t.match(home.body, /<span class="translated-by">在京大使館による翻訳/);
    t.match((await test.read('/tokyo/feed.xml')).body, /<summary>在京大使館による翻訳[^<]*要旨/);
    const proven = () => test.call('GET', `/headlines/${id}/deliveries`).then((answer) => answer.json());
    t.match(await until(proven, ({ pending }) => pending === 0), {
      live: 1,
      items: [{ state: 'live', error: null }],
    });

    await correct('Advisory, mended', 1);
    t.match(await until(proven, ({ pending }) => pending === 0), { version: 2, live: 1 });
    const outdated = await test.read(pathname);
    t.match(outdated.body, /これは以前の版の翻訳です。公式文書は.+に訂正されました/);
    t.match(outdated.body, /<!--w:1\.1\.body/, 'sealed as what it is');
    t.notMatch((await test.read('/tokyo/')).body, /国民への注意/, 'lists show the official text again');
    t.match(
      (await test.read('/tokyo/en/advisory-mended-h1')).body,
      /Written before the official text was corrected on /,
    );
    await test.call('POST', `/sites/tokyo/headlines/${id}/overlay/confirmation`, { headlineVersion: 2 });
    t.notMatch((await test.read('/tokyo/en/advisory-mended-h1')).body, /Written before/);
    t.match((await test.read('/tokyo/')).body, /<!--w:1\.2\.title\.[0-9a-f]{16}-->国民への注意/);
  },
);

t.test('a recall takes words, translation and picture with it; undoing it brings them back', async (t) => {
  const test = await testService(t);
  const { db } = test.database;
  const { id, set, correct } = await pushed(test);
  const site = (await findSite(db, 'tokyo'))?.id ?? '';
  const { mediaDir } = test.config;
  const keep = async (width: number) =>
    (await storePicture(db, actor, { mediaDir, site, source: await photo(width, 500), alt: { id: 'Loket' } }))
      .id;
  const [cover, inWords] = [await keep(800), await keep(900)];
  const pictures = [`/media/${cover}/480.jpg`, `/media/${inWords}/480.jpg`];
  const statuses = async () => Promise.all(pictures.map(async (path) => (await test.read(path)).status));
  t.same(await statuses(), [404, 404], 'what nothing public shows nobody gets');
  const intro = { locale: 'id', intro: `![](/media/${inWords})` };
  await set({ cover, pinnedUntil: '2999-01-01T00:00:00Z', texts: [...OURS.texts, intro] });
  t.same(await statuses(), [200, 200]);
  t.match((await test.read('/tokyo/')).body, new RegExp(`Penting saat ini[\\s\\S]*/media/${cover}/`));
  t.match((await test.read(PATH)).body, `/media/${cover}/`);
  t.notMatch((await test.read('/cairo/')).body, cover, 'the picture is on one site alone');
  await test.call('POST', `/headlines/${id}/recall`, { reason: 'Wrong.' });
  t.same(await statuses(), [404, 404]);
  t.equal((await test.read(PATH)).status, 410);
  t.equal((await test.read(`/tokyo/ja/${encodeURI('国民への注意-h1')}`)).status, 410);
  t.notMatch((await test.read('/tokyo/')).body, /advisory|国民|imbauan/i);
  await correct('Advisory for citizens', 2);
  t.same(await statuses(), [200, 200]);
  const { body } = await test.read(PATH);
  t.match(body, 'For <strong>us</strong> in Japan.');
  t.notMatch(body, /Written before|earlier version/, 'the same official words, so nothing is outdated');
});

t.test('the API asks for the version, keeps every state, and does a thing once', async (t) => {
  const test = await testService(t);
  const { overlay, etag, id } = await pushed(test);
  t.match((await test.call('GET', overlay)).json(), { version: 0, texts: [] });
  t.equal((await test.call('PUT', overlay, OURS)).status, 428);
  const headers = { 'if-match': '"0"', 'idempotency-key': 'a' };
  t.equal((await test.call('PUT', overlay, OURS, headers)).headers.etag, '"1"');
  t.equal((await test.call('PUT', overlay, OURS, headers)).headers['idempotent-replayed'], 'true');
  t.equal((await test.call('PUT', overlay, { texts: [] }, { 'if-match': '"0"' })).status, 412);
  t.equal((await test.call('PUT', overlay, { hidden: true })).status, 204, 'a choice needs no version');
  t.equal(await etag(), '"2"');
  t.match((await test.call('GET', `${overlay}/versions`)).json(), [
    { version: 2, content: { hidden: true }, by: 'token:tester' },
    { version: 1, content: { hidden: false, texts: [{ locale: 'en' }, { locale: 'ja', madeFor: 1 }] } },
  ]);
  t.match((await test.call('GET', '/sites/tokyo/headlines?list=hidden')).json(), {
    headlines: [{ id, hidden: true, shown: false, said: ['en', 'ja'], outdated: false }],
  });
  t.same((await test.call('GET', '/sites/tokyo/headlines?list=recalled')).json(), {
    headlines: [],
    more: false,
  });
  t.equal((await test.call('PUT', overlay, {}, { 'if-match': '"2"' })).status, 422);
  const wrong = await test.call('PUT', overlay, { contact: 'fax', texts: [{ locale: 'xx-1' }] }, headers);
  t.same(
    wrong.json().errors.map(({ field }: { field: string }) => field),
    ['contact', 'texts.0.locale'],
  );
});

t.test('hiding is for the head of the site', async (t) => {
  const test = await testService(t);
  const { overlay } = await pushed(test);
  const tokenFor = async (role: Role) => {
    const { id: person } = await makePerson(test, role, 'tokyo');
    const scopes = ['overlays:write', 'overlays:hide'] as const;
    const { secret } = await test.database.db
      .transaction()
      .execute((trx) => createToken(trx, actor, { name: role, role: 'person', person, scopes: [...scopes] }));
    return { authorization: `Bearer ${secret}` };
  };
  const editor = await tokenFor('content-editor');
  t.equal((await test.call('PUT', overlay, { hidden: true }, editor)).status, 403);
  t.equal((await test.call('PUT', overlay, { texts: [] }, { ...editor, 'if-match': '"0"' })).status, 204);
  t.equal((await test.call('PUT', overlay, { hidden: true }, await tokenFor('head-of-site'))).status, 204);
});
