import { newId } from '@warta/database';
import { XmlDocument } from 'libxml2-wasm';
import t from 'tap';
import { findFaults } from './schemas/find-faults.ts';
import { type TestService, testService } from './support.ts';

const SPACES = {
  s: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  x: 'http://www.w3.org/1999/xhtml',
  n: 'http://www.google.com/schemas/sitemap-news/0.9',
};
const OWN = { host: 'beijing.example' };

/** What an expression finds in a document, which must be well formed, and as the schema has it if it names anything. */
async function find({ read }: TestService, path: string, xpath: string, headers = {}): Promise<string[]> {
  const { status, body } = await read(path, headers);
  if (status !== 200) return [`${status}`];
  const faults = body.includes('<loc>') ? findFaults('sitemap', body) : [];
  if (faults.length > 0) throw new Error(`${path}: ${faults.join('; ')}`);
  const document = XmlDocument.fromString(body);
  try {
    return document.find(xpath, SPACES).map((node) => node.content);
  } finally {
    document.dispose();
  }
}

const at = (path: string) => `http://warta.test${path}`;

t.test(
  'a sitemap lists what is the site’s own, in all its languages, and nothing that is not public',
  async (t) => {
    const service = await testService(t);
    const { call } = service;
    const pages = (path: string, headers = {}) => find(service, path, '/s:urlset/s:url/s:loc', headers);
    const post = (site: string, locale: string, slug: string, more = {}) =>
      call('POST', `/sites/${site}/posts`, { locale, slug, title: slug, body: 'x', ...more });
    const { id } = (await post('tokyo', 'id', 'berita')).json();
    await post('tokyo', 'ja', 'nyusu', { translationOf: id });
    await post('tokyo', 'id', 'nanti', { publishAt: '2999-01-01T00:00:00Z' });
    await post('tokyo', 'id', 'tentang', { kind: 'page' });
    await post('latihan', 'id', 'latihan');
    await post('beijing', 'id', 'kabar');
    const translations = [
      { locale: 'id', title: 'Imbauan', body: 'x' },
      { locale: 'en', title: 'Advisory', body: 'x' },
    ];
    const { id: headline } = (
      await call('POST', '/headlines', { translations, audience: { all: true } })
    ).json();
    const home = [
      '/tokyo/',
      '/tokyo/en/',
      '/tokyo/ja/',
      '/tokyo/id/contact',
      '/tokyo/en/contact',
      '/tokyo/ja/contact',
    ];
    const own = ['/tokyo/id/tentang', '/tokyo/id/berita', '/tokyo/ja/nyusu'];
    t.same(
      await pages('/tokyo/sitemap.xml'),
      [...home, ...own].map(at),
      'and no copy of what the ministry sent',
    );
    const alternates = '/s:urlset/s:url[contains(s:loc, "berita")]/x:link/@*[name() != "rel"]';
    t.same(await find(service, '/tokyo/sitemap.xml', alternates), [
      ...['id', at('/tokyo/id/berita'), 'ja', at('/tokyo/ja/nyusu')],
      ...['x-default', at('/tokyo/id/berita')],
    ]);
    t.match(
      (await find(service, '/tokyo/sitemap.xml', '//s:url[contains(s:loc, "berita")]/s:lastmod'))[0],
      /^\d{4}-.*Z$/,
    );
    const ofMinistry = await pages('/kemlu/sitemap.xml');
    for (const path of ['/', '/en/help', '/kemlu/', '/kemlu/id/imbauan-h1', '/kemlu/en/advisory-h1']) {
      t.ok(ofMinistry.includes(at(path)), path);
    }
    t.equal((await service.read('/latihan/sitemap.xml')).status, 404);
    t.same(await find(service, '/sitemap.xml', '/s:sitemapindex/s:sitemap/s:loc'), [
      'http://beijing.example/sitemap.xml',
      ...['cairo', 'kemlu', 'tokyo'].map((slug) => at(`/${slug}/sitemap.xml`)),
    ]);
    t.ok((await pages('/sitemap.xml', OWN)).includes('http://beijing.example/id/kabar'));
    t.same(await pages('/tokyo/sitemap.xml?page=2'), ['404']);

    const texts = [{ locale: 'ja', translation: { title: 'Chui', summary: '', body: 'x' } }];
    await call('PUT', `/sites/tokyo/headlines/${headline}/overlay`, { texts }, { 'if-match': '"0"' });
    const translated = at('/tokyo/ja/chui-h1');
    t.ok((await pages('/tokyo/sitemap.xml')).includes(translated), 'a mission’s translation is its own');
    const changed = [{ locale: 'en', title: 'Other words', body: 'x' }];
    await call(
      'PUT',
      `/headlines/${headline}`,
      { translations: changed, audience: { all: true }, note: 'x' },
      { 'if-match': '"1"' },
    );
    t.notOk((await pages('/tokyo/sitemap.xml')).includes(translated), 'until it is of an earlier version');
    await call('POST', `/headlines/${headline}/recall`, { reason: 'x' });
    t.notOk((await pages('/kemlu/sitemap.xml')).some((url) => url.includes('-h1')));
  },
);

t.test('news are what was published within two days, in the languages it has', async (t) => {
  const service = await testService(t);
  const { call, database } = service;
  const none = async () => [
    await find(service, '/news-sitemap.xml', '//s:loc'),
    await find(service, '/news-sitemap.xml', '//n:news'),
  ];
  t.same(await none(), [[at('/')], []], 'where there are none it names the portal, and not as news');
  t.same(await find(service, '/news-sitemap.xml', '//s:loc', OWN), ['http://beijing.example/']);
  const post = (site: string, locale: string, slug: string, more = {}) =>
    call('POST', `/sites/${site}/posts`, { locale, slug, title: `${slug} & <more>`, body: 'x', ...more });
  const { id: old } = (await post('tokyo', 'id', 'lama')).json();
  await post('tokyo', 'id', 'tentang', { kind: 'page' });
  await post('beijing', 'zh-Hans', 'xinwen');
  await post('latihan', 'id', 'latihan');
  const before = new Date(Date.now() - 49 * 3_600_000);
  await database.db
    .updateTable('post')
    .set({ publish_at: before, sort_at: before })
    .where('id', '=', old)
    .execute();
  const { id } = (await post('cairo', 'ar', 'akhbar')).json();
  t.same(await find(service, '/news-sitemap.xml', '//s:loc'), [at('/cairo/ar/akhbar')]);
  t.same(await find(service, '/news-sitemap.xml', '//n:title | //n:language'), ['ar', 'akhbar & <more>']);
  t.same(await find(service, '/news-sitemap.xml', '//s:loc', OWN), ['http://beijing.example/zh-Hans/xinwen']);
  t.same(await find(service, '/news-sitemap.xml', '//n:language', OWN), ['zh-cn']);
  await call('DELETE', `/sites/cairo/posts/${id}/publication`);
  t.same(await none(), [[at('/')], []]);
});

t.test('robots are told where the sitemaps of their host are, and what is not for them', async (t) => {
  const { read } = await testService(t);
  const { body } = await read('/robots.txt');
  t.match(body, /^User-agent: \*\nDisallow: \/api\/\nDisallow: \/desk\/$/m);
  t.match(body, 'Sitemap: http://warta.test/sitemap.xml\nSitemap: http://warta.test/news-sitemap.xml\n');
  const own = (await read('/robots.txt', OWN)).body;
  t.match(own, 'Sitemap: http://beijing.example/sitemap.xml\n');
  t.match(own, 'Sitemap: http://warta.test/sitemap.xml\n', 'whose index names it');
});

t.test('every page says how it looks where it is passed on', async (t) => {
  const service = await testService(t);
  const { call, read, database } = service;
  const site = (
    await database.db.selectFrom('site').select('id').where('slug', '=', 'tokyo').executeTakeFirst()
  )?.id;
  const media = newId();
  const picture = {
    alt: '{"en":"A \\"hall\\""}',
    width: 1600,
    height: 900,
    widths: [480, 1600],
    digest: 'x',
  };
  await database.db
    .insertInto('media')
    .values({ id: media, site: String(site), ...picture })
    .execute();
  const words = { locale: 'en', title: 'Open day', slug: 'open', summary: 'Come in.', body: 'x' };
  const { id } = (await call('POST', '/sites/tokyo/posts', words)).json();
  const ja = { locale: 'ja', slug: 'ja-open', title: '公開', body: 'x', translationOf: id };
  await database.db.updateTable('post').set({ cover: media }).where('id', '=', id).execute();
  await call('POST', '/sites/tokyo/posts', ja);
  const told = async (path: string) =>
    Object.fromEntries(
      [
        ...(await read(path)).body.matchAll(
          /<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">/g,
        ),
      ].map(([, name, content]) => [name, content]),
    );
  t.match(await told('/tokyo/en/open'), {
    'og:type': 'article',
    'og:title': 'Open day',
    'og:description': 'Come in.',
    'og:url': at('/tokyo/en/open'),
    'og:site_name': 'Embassy in Tokyo',
    'og:locale': 'en_US',
    'og:locale:alternate': 'ja_JP',
    'og:image': at(`/media/${media}/1600.jpg`),
    'og:image:width': '1600',
    'og:image:height': '900',
    'og:image:alt': 'A &quot;hall&quot;',
    'twitter:card': 'summary_large_image',
  });
  const texts = [{ locale: 'en', title: 'Advisory', body: 'x' }];
  await call('POST', '/headlines', { translations: texts, audience: { all: true } });
  const copy = await told('/tokyo/en/advisory-h1');
  t.equal(copy['og:url'], at('/kemlu/en/advisory-h1'), 'a copy leads to the ministry’s');
  t.notOk(copy['og:locale:alternate']);
  for (const path of [
    '/',
    '/en/missions',
    '/help',
    '/tokyo/',
    '/cairo/ar/',
    '/tokyo/ja/contact',
    '/tokyo/en/headlines',
  ]) {
    t.match(await told(path), { 'og:type': 'website', 'og:url': at(path), 'twitter:card': 'summary' }, path);
  }
  t.same(await told('/tokyo/en/nothing'), {}, 'nobody passes on what is not there');
  t.same(await told('/latihan/'), {}, 'nor drills');
});

t.test('every page says in a sentence what it is about', async (t) => {
  const { call, read } = await testService(t);
  const told = async (path: string) =>
    /<meta name="description" content="([^"]*)">/.exec((await read(path)).body)?.[1];
  const ministry = 'Ministry of Foreign Affairs of the Republic of Indonesia';
  t.equal(await told('/tokyo/en/'), `Embassy in Tokyo. A blog of the ${ministry}`);
  t.equal(await told('/en/'), 'Indonesian Foreign Ministry: news and missions');
  const post = (slug: string, words: object) =>
    call('POST', '/sites/tokyo/posts', { locale: 'en', slug, title: 'Open day', ...words });
  await post('summed', { summary: 'Come in.', body: 'Long words.' });
  t.equal(await told('/tokyo/en/summed'), 'Come in.');
  await post('begun', { body: `**Come** in & stay. ${'Word after word. '.repeat(30)}` });
  const begun = (await told('/tokyo/en/begun')) ?? '';
  t.match(begun, /^Come in &amp; stay\. Word after word\..*(Word|after|word)\.?…$/);
  t.ok(begun.length < 170, 'and not all of it');
});
