import t from 'tap';
import { MISSIONS, testService } from './support.ts';

/** Host and path → status, and where it leads (redirects) or language and canonical address (pages). */
type Row = [host: string, path: string, status: number, langOrTarget?: string, canonical?: string];
const W = 'warta.test';
const B = 'beijing.example';
const at = (path: string) => `http://${W}${path}`;

const TABLE: Row[] = [
  // the ministry's portal and directory
  [W, '/', 200, 'id', at('/')],
  [W, '/?utm_source=x', 200, 'id', at('/')],
  [W, '/en/', 200, 'en', at('/en/')],
  [W, '/en', 301, '/en/'],
  [W, '/EN/', 404, 'id'],
  [W, '/missions', 200, 'id', at('/missions')],
  [W, '/help', 200, 'id', at('/help')],
  [W, '/en/help/', 301, '/en/help'],
  [W, '/help/Tokyo.vcf', 404, 'id'],
  [W, '/help/tokyo/more', 404, 'id'],
  [W, '/missions?q=tokyo', 200, 'id', at('/missions')],
  [W, '/missions/', 301, '/missions'],
  [W, '/en/missions', 200, 'en', at('/en/missions')],
  [W, '/en/nothing', 404],
  [W, '/kemlu/', 200, 'id', at('/kemlu/')],
  [W, '/kemlu/en/', 200, 'en', at('/kemlu/en/')],
  // a mission's blog in its languages
  [W, '/tokyo/', 200, 'id', at('/tokyo/')],
  [W, '/tokyo', 301, '/tokyo/'],
  [W, '/Tokyo/', 301, '/tokyo/'],
  [W, '/TOKYO/JA', 301, '/tokyo/ja/'],
  [W, '/tokyo/id/', 301, at('/tokyo/')],
  [W, '/tokyo/en/', 200, 'en', at('/tokyo/en/')],
  [W, '/tokyo/ja/', 200, 'ja', at('/tokyo/ja/')],
  [W, '/tokyo/ja', 301, '/tokyo/ja/'],
  [W, '/tokyo/JA/', 301, '/tokyo/ja/'],
  [W, '/tokyo/ar/', 404, 'id'],
  [W, '/tokyo/xx-yy-zz-1/', 404],
  [W, '/cairo/ar/', 200, 'ar', at('/cairo/ar/')],
  [W, '/tokyo/?page=1', 200, 'id', at('/tokyo/')],
  [W, '/tokyo/?page=2', 200, 'id', at('/tokyo/?page=2')],
  [W, '/tokyo/?page=3', 404, 'id'],
  [W, '/tokyo/?page=0', 404],
  [W, '/tokyo/?page=-1', 404],
  [W, '/tokyo/?page=1e9', 404],
  [W, '/tokyo/?page=x', 404],
  // local posts: the address has the text's own language
  [W, '/tokyo/id/berita', 200, 'id', at('/tokyo/id/berita')],
  [W, '/tokyo/id/berita/', 301, '/tokyo/id/berita'],
  [W, '/tokyo/id/Berita', 301, '/tokyo/id/berita'],
  [W, '/tokyo/ja/berita', 404, 'ja'],
  [W, '/tokyo/ja/nyusu', 200, 'ja', at('/tokyo/ja/nyusu')],
  [W, '/tokyo/en/nyusu', 404, 'en'],
  [W, '/cairo/ar/akhbar', 200, 'ar', at('/cairo/ar/akhbar')],
  [W, '/tokyo/id/tidak-ada', 404, 'id'],
  [W, '/tokyo/id/berita/lagi', 404],
  [W, '/tokyo/id/nanti', 404, 'id'],
  // kinds: an event for calendars, the frame of a video, a page of the site
  [W, '/tokyo/id/acara', 200, 'id', at('/tokyo/id/acara')],
  [W, '/tokyo/id/acara.ics', 200],
  [W, '/tokyo/id/Acara.ics', 301, '/tokyo/id/acara.ics'],
  [W, '/tokyo/ja/gyoji.ics', 200],
  [W, '/tokyo/id/berita.ics', 404, 'id'],
  [W, '/tokyo/id/tidak-ada.ics', 404, 'id'],
  [W, '/tokyo/en/advisory-h1.ics', 404, 'en'],
  [W, '/tokyo/id/rekaman?video', 200, 'id', at('/tokyo/id/rekaman')],
  [W, '/tokyo/id/berita?video', 301, at('/tokyo/id/berita')],
  [W, '/tokyo/?video', 301, '/tokyo/'],
  [W, '/tokyo/id/tentang', 200, 'id', at('/tokyo/id/tentang')],
  [W, '/tokyo/id/ditarik', 410, 'id'],
  [W, '/tokyo/id/ditarik.ics', 410, 'id'],
  [W, '/tokyo/id/rancangan', 404, 'id'],
  // headlines: the number finds them, the words may have changed; the canonical is the ministry's
  [W, '/tokyo/id/imbauan-h1', 200, 'id', at('/kemlu/id/imbauan-h1')],
  [W, '/tokyo/en/advisory-h1', 200, 'en', at('/kemlu/en/advisory-h1')],
  [W, '/tokyo/en/old-words-h1', 301, at('/tokyo/en/advisory-h1')],
  [W, '/tokyo/ja/advisory-h1', 302, at('/tokyo/id/imbauan-h1')],
  [W, '/cairo/ar/whatever-h1', 302, at('/cairo/id/imbauan-h1')],
  [W, '/kemlu/en/advisory-h1', 200, 'en', at('/kemlu/en/advisory-h1')],
  [W, '/tokyo/en/advisory-h9', 404, 'en'],
  [W, '/cairo/en/tokyo-only-h2', 404, 'en'],
  [W, '/tokyo/en/tokyo-only-h2', 200, 'en', at('/kemlu/en/tokyo-only-h2')],
  [W, '/tokyo/en/recalled-h3', 410, 'en'],
  [W, '/tokyo/en/embargoed-h4', 404, 'en'],
  [W, '/tokyo/en/headlines', 200, 'en', at('/tokyo/en/headlines')],
  [W, '/tokyo/en/headlines?page=2', 404],
  // whom to reach, in each of the site's languages
  [W, '/tokyo/id/contact', 200, 'id', at('/tokyo/id/contact')],
  [W, '/tokyo/ja/contact', 200, 'ja', at('/tokyo/ja/contact')],
  [W, '/tokyo/ja/Contact/', 301, '/tokyo/ja/contact'],
  [W, '/tokyo/ar/contact', 404, 'id'],
  [W, '/tokyo/contact', 404, 'id'],
  [W, '/kemlu/en/contact', 200, 'en', at('/kemlu/en/contact')],
  [B, '/en/contact', 200, 'en', `http://${B}/en/contact`],
  [W, '/beijing/en/contact', 301, `http://${B}/en/contact`],
  [W, '/tokyo/id/contact-post', 200, 'id', at('/tokyo/id/contact-post')],
  // what posts have in common
  [W, '/tokyo/id/archive', 200, 'id', at('/tokyo/id/archive')],
  [W, '/cairo/ar/archive', 200, 'ar', at('/cairo/ar/archive')],
  [W, '/tokyo/ar/archive', 404, 'id'],
  [W, '/tokyo/id/archive/2020-01', 404, 'id'],
  [W, '/tokyo/id/archive/2020-13', 404],
  [W, '/tokyo/ja/kind/event', 200, 'ja', at('/tokyo/ja/kind/event')],
  [W, '/tokyo/ja/Kind/Event/', 301, '/tokyo/ja/kind/event'],
  [W, '/tokyo/id/kind/event?page=2', 404, 'id'],
  [W, '/tokyo/id/kind/page', 404, 'id'],
  [W, '/tokyo/id/kind/headline', 404, 'id'],
  [W, '/tokyo/id/kind', 404, 'id'],
  [W, '/tokyo/id/category/culture', 200, 'id', at('/tokyo/id/category/culture')],
  [W, '/tokyo/id/category/sport', 404, 'id'],
  [W, '/tokyo/id/tag/Kopi%20%26%20teh', 200, 'id', at('/tokyo/id/tag/Kopi%20%26%20teh')],
  [W, '/tokyo/id/tag/Kopi%20%26%20teh/', 301, '/tokyo/id/tag/Kopi%20%26%20teh'],
  [W, '/tokyo/id/tag/kopi', 404, 'id'],
  [B, '/en/archive', 200, 'en', `http://${B}/en/archive`],
  [W, '/beijing/en/archive', 301, `http://${B}/en/archive`],
  // feeds
  [W, '/tokyo/feed.xml', 200],
  [W, '/tokyo/feed.xml/', 301, '/tokyo/feed.xml'],
  [W, '/nowhere/feed.xml', 404],
  [W, '/tokyo/rss.xml', 200],
  [W, '/tokyo/feed.json', 200],
  [W, '/tokyo/ja/feed.xml', 200],
  [W, '/tokyo/JA/rss.xml', 301, '/tokyo/ja/rss.xml'],
  [W, '/tokyo/id/feed.json', 301, at('/tokyo/feed.json')],
  [W, '/tokyo/ar/feed.xml', 404, 'id'],
  [W, '/tokyo/id/category/culture/feed.xml', 200],
  [W, '/tokyo/ja/category/culture/feed.json', 200],
  [W, '/tokyo/ja/category/nothing/feed.xml', 404, 'ja'],
  [W, '/tokyo/category/culture/feed.xml', 404],
  [W, '/feed.xml', 200],
  [W, '/en/feed.json', 200],
  [W, '/id/feed.xml', 404],
  [W, '/network/rss.xml', 200],
  [W, '/en/network/feed.xml/', 301, '/en/network/feed.xml'],
  [W, '/beijing/rss.xml', 301, `http://${B}/rss.xml`],
  [B, '/zh-Hans/rss.xml', 200],
  [B, '/network/feed.xml', 404, 'id'],
  // sitemaps
  [W, '/sitemap.xml', 200],
  [W, '/tokyo/sitemap.xml', 200],
  [W, '/Tokyo/sitemap.xml', 301, '/tokyo/sitemap.xml'],
  [W, '/tokyo/sitemap.xml?page=2', 404, 'id'],
  [W, '/latihan/sitemap.xml', 404, 'id'],
  [W, '/nowhere/sitemap.xml', 404],
  [W, '/news-sitemap.xml', 200],
  [W, '/tokyo/news-sitemap.xml', 404],
  [W, '/beijing/sitemap.xml', 301, `http://${B}/sitemap.xml`],
  [B, '/sitemap.xml', 200],
  [B, '/news-sitemap.xml', 200],
  // a site with a host of its own; a page whose own words no catalogue has says so in English, and is English
  [B, '/', 200, 'id', `http://${B}/`],
  [B, '/en/', 200, 'en', `http://${B}/en/`],
  [B, '/id/', 301, `http://${B}/`],
  [B, '/zh-hans/', 301, '/zh-Hans/'],
  [B, '/zh-Hans/', 200, 'zh-Hans', `http://${B}/zh-Hans/`],
  [B, '/en/advisory-h1', 200, 'en', at('/kemlu/en/advisory-h1')],
  [B, '/feed.xml', 200],
  [B, '/missions', 404, 'id'],
  [B, '/tokyo/id/berita', 404],
  [W, '/beijing/', 301, `http://${B}/`],
  [W, '/beijing/en/advisory-h1', 301, `http://${B}/en/advisory-h1`],
  ['BEIJING.example:8080', '/en/', 200, 'en', `http://${B}/en/`],
  // what is nowhere
  ['unknown.example', '/', 421],
  ['unknown.example', '/tokyo/', 421],
  [W, '/nowhere/', 404],
  [W, '/abc/', 404],
  [W, '//evil.example/', 404],
  [W, '/tokyo//', 404],
  [W, '/tokyo/%E0%A4%A/', 400],
  [W, '/missions/tokyo', 404],
];

t.test('every address answers as the rules on hosts, languages and forms say', async (t) => {
  const { call, read, database } = await testService(t, MISSIONS);
  const post = (site: string, locale: string, slug: string, more = {}) =>
    call('POST', `/sites/${site}/posts`, { locale, slug, title: slug, body: 'x', ...more });
  const push = (slug: string, more = {}) =>
    call('POST', '/headlines', {
      translations: [{ locale: 'en', title: slug, slug, body: 'x' }],
      audience: { all: true },
      ...more,
    });
  for (let i = 0; i < 18; i += 1) await post('tokyo', 'id', `lama-${i}`);
  await post('tokyo', 'id', 'berita', { category: 'culture', tags: ['Kopi & teh'] });
  await post('tokyo', 'ja', 'nyusu');
  t.equal((await post('tokyo', 'id', 'contact')).status, 422, 'an address that is a page of every site');
  await call('POST', '/sites/tokyo/posts', { locale: 'id', title: 'Contact', body: 'x' });
  await post('cairo', 'ar', 'akhbar');
  await post('tokyo', 'id', 'nanti', { publishAt: '2999-01-01T00:00:00Z' });
  const when = { kind: 'event', details: { start: '2027-01-01T10:00:00+09:00' } };
  const event = (await post('tokyo', 'id', 'acara', when)).json();
  await post('tokyo', 'ja', 'gyoji', { translationOf: event.id });
  const video = { link: 'https://youtu.be/dQw4w9WgXcQ' };
  await post('tokyo', 'id', 'rekaman', { kind: 'video', details: video });
  await post('tokyo', 'id', 'tentang', { kind: 'page' });
  for (const [slug, state] of [
    ['ditarik', 'withdrawn'],
    ['rancangan', 'draft'],
  ] as const) {
    const { id } = (await post('tokyo', 'id', slug, when)).json();
    await database.db.updateTable('post').set({ state }).where('id', '=', id).execute();
  }
  await call('POST', '/headlines', {
    translations: [
      { locale: 'id', title: 'Imbauan', body: 'x' },
      { locale: 'en', title: 'Advisory', body: 'x' },
    ],
    audience: { all: true },
  });
  await push('tokyo-only', { audience: { sites: ['tokyo'] } });
  const recalled = await push('recalled');
  await call('POST', `/headlines/${recalled.json().id}/recall`, { reason: 'wrong' });
  await push('embargoed', { publishAt: '2999-01-01T00:00:00Z' });

  for (const [host, path, status, langOrTarget, canonical] of TABLE) {
    const answer = await read(path, { host });
    const name = `${host}${path}`;
    t.equal(answer.status, status, `${name} answers ${status}`);
    if (status === 301 || status === 302) t.equal(answer.headers.location, langOrTarget, `${name} leads on`);
    else if (langOrTarget)
      t.match(answer.body, `<html lang="${langOrTarget}"`, `${name} is in ${langOrTarget}`);
    if (canonical) t.match(answer.body, `<link rel="canonical" href="${canonical}">`, `${name} is canonical`);
    t.equal(answer.headers['set-cookie'], undefined, `${name} sets no cookie`);
  }
});
