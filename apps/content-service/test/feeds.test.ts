import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newId } from '@warta/database';
import { renditionPath } from '@warta/media';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import t from 'tap';
import { readFeed } from './schemas/read-feed.ts';
import { MISSIONS, type TestService, testService } from './support.ts';

const FORMS = ['feed.xml', 'rss.xml', 'feed.json'];
const BODY = 'See [more](/tokyo/id/lain).\n\n## Heading\n\n| a |\n| - |\n| b |';

/** The titles that each form of a feed has, in their order. */
async function titles(service: TestService, base: string): Promise<unknown[]> {
  const [atom, rss, json] = await readFeed(service, base);
  return [
    parseAtomFeed(atom).entries?.map(({ title }) => title?.value) ?? [],
    parseRssFeed(rss).items?.map(({ title }) => title) ?? [],
    parseJsonFeed(json).items?.map(({ title }) => title) ?? [],
  ];
}

const same = (...titles: string[]) => [titles, titles, titles];

t.test('a feed has whole texts, with all that a program needs to show them alone', async (t) => {
  const service = await testService(t);
  const { call, read, config, database } = service;
  const cover = newId();
  const { id: site } = await database.db
    .selectFrom('site')
    .select('id')
    .where('slug', '=', 'tokyo')
    .executeTakeFirstOrThrow();
  await database.db
    .insertInto('media')
    .values({
      id: cover,
      site,
      alt: '{"en":"A hall"}',
      width: 960,
      height: 640,
      widths: [480, 960],
      digest: 'x',
    })
    .execute();
  const file = renditionPath(config.mediaDir, cover, '960.jpg') as string;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, 'x'.repeat(1234));
  const post = { locale: 'en', title: 'Open day', summary: 'Come.', body: BODY, category: 'culture' };
  const { id } = (await call('POST', '/sites/tokyo/posts', { ...post, tags: ['batik', 'open'] })).json();
  await database.db.updateTable('post').set({ cover }).where('id', '=', id).execute();

  const atom = await read('/tokyo/en/feed.xml');
  t.match(atom.headers['content-type'], /^application\/atom\+xml/);
  const feed = parseAtomFeed(atom.body);
  t.match(feed, { id: 'http://warta.test/tokyo/en/feed.xml', xml: { lang: 'en' } });
  const [entry] = feed.entries ?? [];
  t.match(entry, {
    id: `urn:uuid:${id}`,
    title: { value: 'Open day' },
    summary: { value: 'Come.' },
    authors: [{ name: 'Embassy in Tokyo' }],
    categories: [{ term: 'culture', label: 'Culture' }, { term: 'Batik' }, { term: 'open' }],
    xml: { lang: 'en' },
  });
  t.match(entry?.links, [
    { href: 'http://warta.test/tokyo/en/open-day', rel: 'alternate', hreflang: 'en' },
    { href: `http://warta.test/media/${cover}/960.jpg`, rel: 'enclosure', type: 'image/jpeg', length: 1234 },
  ]);
  const html = entry?.content?.value ?? '';
  t.equal(entry?.content?.type, 'html');
  t.match(html, 'href="http://warta.test/tokyo/id/lain"', 'addresses are whole');
  t.match(html, /^<div lang="en" dir="ltr">/);
  t.notMatch(html, /(?:href|src)="\/|class=|<!--/);

  const rss = await read('/tokyo/en/rss.xml');
  t.match(rss.headers['content-type'], /^application\/rss\+xml/);
  t.match(parseRssFeed(rss.body), {
    title: 'News from Embassy in Tokyo',
    link: 'http://warta.test/tokyo/en/',
    language: 'en',
    items: [
      {
        guid: { value: `urn:uuid:${id}`, isPermaLink: false },
        description: 'Come.',
        content: { encoded: html },
        enclosures: [{ length: 1234, type: 'image/jpeg' }],
        dc: { creators: ['Embassy in Tokyo'] },
      },
    ],
  });
  const json = await read('/tokyo/en/feed.json');
  t.match(json.headers['content-type'], /^application\/feed\+json/);
  t.match(json.json(), {
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: 'http://warta.test/tokyo/en/feed.json',
    items: [
      {
        id: `urn:uuid:${id}`,
        content_html: html,
        language: 'en',
        attachments: [{ mime_type: 'image/jpeg', size_in_bytes: 1234 }],
      },
    ],
  });
  for (const path of FORMS.map((file) => `/tokyo/en/${file}`)) {
    const { etag } = (await read(path)).headers;
    t.equal((await read(path, { 'if-none-match': String(etag) })).status, 304, `${path} is sent once`);
  }
  await readFeed(service, '/tokyo/en');
  const page = (await read('/tokyo/en/')).body;
  for (const file of FORMS) t.match(page, `href="/tokyo/en/${file}"`, 'and pages name it');
});

t.test(
  'titles that break markup, control characters and right-to-left texts come through every form',
  async (t) => {
    const service = await testService(t);
    const title = ']]> & <b>x</b> &amp; "q" \u0007bell';
    await service.call('POST', '/sites/cairo/posts', {
      locale: 'en',
      title,
      slug: 'marks',
      body: 'a ]]> b <i>c</i>',
    });
    await service.call('POST', '/sites/cairo/posts', {
      locale: 'ar',
      title: 'أخبار',
      slug: 'akhbar',
      body: 'نص.',
    });
    const [atom, rss, json] = await titles(service, '/cairo/ar');
    t.same(atom, ['أخبار', title.replace('\u0007', '')]);
    t.same(rss, atom);
    t.match((json as string[])[1], ']]> & <b>x</b> &amp; "q"');
    await readFeed(service, '/network');
    const { body } = await service.read('/cairo/ar/feed.xml');
    t.match(parseAtomFeed(body).entries?.[0]?.content?.value, '<div lang="ar" dir="rtl"><p>نص.</p>');
  },
);

t.test('a correction moves the moment of an entry, a recall leaves a mark in its place', async (t) => {
  const service = await testService(t);
  const { call, read } = service;
  const words = (title: string) => ({
    translations: [{ locale: 'en', title, body: `${title}, whole.` }],
    audience: { all: true },
  });
  const entry = async () => parseAtomFeed((await read('/tokyo/feed.xml')).body).entries?.[0];
  const { id } = (await call('POST', '/headlines', words('Advisory'))).json();
  const first = await entry();
  t.match(first?.links?.[1], { rel: 'canonical', href: 'http://warta.test/kemlu/en/advisory-h1' });
  await call('PUT', `/headlines/${id}`, { ...words('Corrected'), note: 'A number.' }, { 'if-match': '"1"' });
  const second = await entry();
  t.equal(second?.id, first?.id);
  t.equal(second?.published, first?.published);
  t.ok(Date.parse(second?.updated ?? '') > Date.parse(first?.updated ?? ''));
  t.match(second?.content?.value, 'Corrected, whole.');

  const { id: local } = (
    await call('POST', '/sites/tokyo/posts', { locale: 'id', title: 'Acara', body: 'x' })
  ).json();
  const bases = ['/tokyo', '/tokyo/ja', '/cairo', '/kemlu', '', '/en/network'];
  for (const base of bases) t.match((await read(`${base}/feed.xml`)).body, 'Corrected, whole.', base);
  await call('POST', `/headlines/${id}/recall`, { reason: 'Secret reason' });
  const mark = `<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="urn:uuid:${id}" when="`;
  for (const base of bases) {
    const texts = await readFeed(service, base);
    for (const text of texts) t.notMatch(text, /Corrected|Secret/, base);
    t.match(texts[0], mark, base);
  }
  await call('DELETE', `/sites/tokyo/posts/${local}/publication`);
  for (const base of ['/tokyo', '/network']) {
    t.match((await read(`${base}/feed.xml`)).body, `ref="urn:uuid:${local}"`);
  }
  t.notMatch((await read('/cairo/feed.xml')).body, local, 'only where it stood');
  await call('POST', `/headlines/${id}/restoration`, {});
  t.notMatch((await read('/tokyo/feed.xml')).body, mark, 'what is back has no mark');
});

t.test('feeds of a category, of the headlines and of the whole network hold what they say', async (t) => {
  const service = await testService(t, [...MISSIONS, ['suva', { country: 'FJ' }]]);
  const { call, read } = service;
  const post = (site: string, title: string, more = {}) =>
    call('POST', `/sites/${site}/posts`, { locale: 'en', title, body: 'x', ...more });
  await post('tokyo', 'Dance', { category: 'culture' });
  await post('tokyo', 'Trade');
  await post('latihan', 'Drill');
  await post('kemlu', 'Speech');
  await post('tokyo', 'Later', { publishAt: '2999-01-01T00:00:00Z', category: 'culture' });
  const sent = { translations: [{ locale: 'en', title: 'For all', body: 'x' }], category: 'culture' };
  await call('POST', '/headlines', { ...sent, audience: { all: true } });
  await call('POST', '/headlines', {
    translations: [{ locale: 'en', title: 'Embargoed', body: 'x' }],
    audience: { all: true },
    publishAt: '2999-01-01T00:00:00Z',
  });
  t.same(await titles(service, '/tokyo/en/category/culture'), same('For all', 'Dance'));
  t.same(await titles(service, '/tokyo'), same('For all', 'Trade', 'Dance'));
  t.same(await titles(service, '/cairo/en/category/culture'), same('For all'));
  t.same(await titles(service, ''), same('For all'));
  t.same(await titles(service, '/en'), same('For all'));
  t.same(await titles(service, '/network'), same('For all', 'Speech', 'Trade', 'Dance'), 'each once');
  const { body } = await read('/en/network/feed.xml');
  t.match(body, 'http://warta.test/tokyo/en/dance');
  t.match(body, '<name>Embassy in Tokyo</name>');
  t.equal((await read('/tokyo/en/category/nothing/feed.xml')).status, 404);
  t.match((await read('/')).body, 'href="/feed.xml"');
  await post('suva', 'First words');
  t.match((await read('/network/feed.xml')).body, 'First words', 'whoever writes');
});

t.test('a mission’s own words stand in its feed and in no other', async (t) => {
  const service = await testService(t);
  const { call, read } = service;
  const { id } = (
    await call('POST', '/headlines', {
      translations: [{ locale: 'en', title: 'Advisory', body: 'Official.' }],
      audience: { all: true },
    })
  ).json();
  const updated = async () =>
    parseAtomFeed((await read('/tokyo/en/feed.xml')).body).entries?.[0]?.updated ?? '';
  const before = await updated();
  const put = await call(
    'PUT',
    `/sites/tokyo/headlines/${id}/overlay`,
    {
      texts: [{ locale: 'en', intro: 'Read **this** first.', note: 'We are here for you.' }],
    },
    { 'if-match': '"0"' },
  );
  t.equal(put.status, 204);
  const html = parseAtomFeed((await read('/tokyo/en/feed.xml')).body).entries?.[0]?.content?.value;
  t.match(
    html,
    /Embassy in Tokyo<\/strong>.*<strong>this<\/strong>.*Official\..*Embassy in Tokyo.*here for you/s,
  );
  await readFeed(service, '/tokyo/en');
  t.ok((await updated()) > before, 'and are news to its readers');
  t.notMatch((await read('/cairo/en/feed.xml')).body, 'first.');
  t.notMatch((await read('/en/feed.xml')).body, 'first.');
});
