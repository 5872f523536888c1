import t from 'tap';
import { headline, testService } from './support.ts';

const SORTED = { category: 'culture', tags: ['film', 'Kopi / teh & susu'] };

t.test(
  'the labels of a post lead to all that has the same, which is up to date with every change',
  async (t) => {
    const { call, read } = await testService(t);
    const post = (title: string, more: object = {}) =>
      call('POST', '/sites/cairo/posts', { locale: 'ar', title, body: 'x', ...SORTED, ...more });
    await post('معرض', { slug: 'maarad', kind: 'notice' });
    await post('فيلم', { slug: 'film' });
    const linksOf = (body: string) =>
      [...body.matchAll(/href="(\/cairo\/ar\/(?:category|tag|kind|archive)[^"]*)"/g)].map(
        ([, href = '']) => href,
      );
    const links = new Set(linksOf((await read('/cairo/ar/film')).body));
    t.same(
      [...links],
      [
        '/cairo/ar/category/culture',
        '/cairo/ar/tag/film',
        '/cairo/ar/tag/Kopi%20%2F%20teh%20%26%20susu',
        '/cairo/ar/archive',
      ],
    );
    for (const link of links) {
      const { status, body } = await read(link);
      t.equal(status, 200, link);
      t.match(body, '<html lang="ar" dir="rtl">');
      t.match(body, '<link rel="canonical"');
      t.match(
        body,
        /hreflang="en" href="http:\/\/warta.test\/cairo\/en\//,
        'and it is there in each language',
      );
      if (link !== '/cairo/ar/archive') t.match(body, 'فيلم');
    }
    t.match((await read('/cairo/ar/category/culture')).body, '<h1 class="page-title"><bdi>ثقافة</bdi></h1>');
    const feedsOf = async (path: string) =>
      [
        ...(await read(path)).body.matchAll(
          /<link rel="alternate" type="[^"]*(?:atom|rss|feed)[^"]*"[^>]*href="([^"]*)"/g,
        ),
      ].map(([, href]) => href);
    const feeds = await feedsOf('/cairo/ar/category/culture');
    t.match(feeds, ['/cairo/ar/category/culture/feed.xml'], 'its head names what follows the category');
    for (const feed of feeds) t.equal((await read(String(feed))).status, 200, String(feed));
    t.match(await feedsOf('/cairo/ar/tag/film'), ['/cairo/ar/feed.xml'], 'a tag has none of its own');
    t.match(
      (await read('/cairo/ar/tag/Kopi%20%2F%20teh%20%26%20susu')).body,
      '<bdi>Kopi / teh &amp; susu</bdi>',
    );

    const thin = '<meta name="robots" content="noindex">';
    const page = async () => (await read('/cairo/en/category/culture')).body;
    t.match(await page(), thin, 'search engines are spared an archive of one or two');
    const sent = await call('POST', '/headlines', headline(SORTED));
    const both = await page();
    t.notMatch(both, thin);
    t.match(both, /Advisory for citizens[\s\S]*فيلم/, 'a headline stands among the posts');
    await call(
      'POST',
      '/headlines',
      headline({
        ...SORTED,
        publishAt: '2999-01-01T00:00:00Z',
        translations: [{ locale: 'en', title: 'Embargoed', body: 'x' }],
      }),
    );
    t.notMatch(await page(), 'Embargoed');
    const { id, version } = sent.json();
    const words = [{ locale: 'en', title: 'Corrected', body: 'x' }];
    await call(
      'PUT',
      `/headlines/${id}`,
      { ...headline(), translations: words },
      { 'if-match': `"${version}"` },
    );
    t.match(await page(), 'Corrected');
    await call('PUT', `/sites/cairo/headlines/${id}/overlay`, { hidden: true });
    t.notMatch(await page(), 'Corrected', 'what the mission hides is in none of its archives');
    await call('PUT', `/sites/cairo/headlines/${id}/overlay`, { hidden: false });
    t.match(await page(), 'Corrected');
    await call('POST', `/headlines/${id}/recall`, { reason: 'x' });
    t.notMatch(await page(), /Corrected|Advisory/);
  },
);

t.test('the months of a site lead to what it had in each of them', async (t) => {
  const { call, read } = await testService(t);
  t.match((await read('/tokyo/ja/archive')).body, 'name="robots" content="noindex"', 'nothing yet');
  for (const [title, publishAt] of [
    ['Tua', '2025-12-31T14:59:59Z'],
    ['Muda', '2025-12-31T15:00:00Z'],
    ['Kini', '2026-02-02T00:00:00Z'],
  ])
    await call('POST', '/sites/tokyo/posts', { locale: 'id', title, body: 'x', publishAt });
  const { body } = await read('/tokyo/id/archive');
  const shown = [...body.matchAll(/<h2[^>]*>(\d+)<|archive\/[^>]*>([^<]+)<\/a> <span[^>]*>([^<]+)</g)];
  t.same(
    shown.map((found) => found.slice(1).filter(Boolean).join(' ')),
    ['2026', 'Februari 2026 1 tulisan', 'Januari 2026 1 tulisan', '2025', 'Desember 2025 1 tulisan'],
  );
  t.match((await read('/tokyo/id/archive/2026-01')).body, /Muda/);
  t.notMatch((await read('/tokyo/id/archive/2026-01')).body, /Tua|Kini/);
  t.match((await read('/tokyo/ja/archive/2025-12')).body, '<bdi>2025年12月</bdi>');
  t.match((await read('/tokyo/')).body, '<a href="/tokyo/id/archive">Arsip</a>');
});

t.test(
  'a post leads to those next to it and to related ones of its site, and can be passed on',
  async (t) => {
    const { call, read } = await testService(t);
    const titles = ['Satu', 'Dua', 'Tiga', 'Empat'];
    for (const [i, title] of titles.entries()) {
      const body = { locale: 'id', title, body: 'x', tags: i % 2 ? ['film'] : [] };
      await call('POST', '/sites/tokyo/posts', { ...body, category: i === 2 ? 'sport' : 'culture' });
    }
    await call('POST', '/sites/tokyo/posts', { locale: 'ja', title: '次', slug: 'tsugi', body: 'x' });
    await call('POST', '/sites/tokyo/posts', {
      locale: 'id',
      title: 'Nanti',
      body: 'x',
      ...SORTED,
      publishAt: '2999-01-01T00:00:00Z',
    });
    await call('POST', '/sites/cairo/posts', { locale: 'id', title: 'Di Kairo', body: 'x', ...SORTED });
    const page = async (path: string) => (await read(path)).body;
    const linksIn = (body: string, list: string) => {
      const [nav = ''] = new RegExp(`<nav class="${list}"[\\s\\S]*?</nav>`).exec(body) ?? [];
      return [...nav.matchAll(/<a([^>]*)>(?:<bdi>)?([^<]+)</g)].map(([, link = '', label]) =>
        `${/rel="(prev|next)"/.exec(link)?.[1] ?? ''} ${label}`.trim(),
      );
    };
    const four = await page('/tokyo/id/empat');
    t.same(linksIn(four, 'related'), ['Dua', 'Satu'], 'what shares most stands first');
    t.same(linksIn(four, 'beside'), ['prev Tiga', 'next 次']);
    t.match(four, '<a rel="next" href="/tokyo/ja/tsugi" lang="ja" dir="ltr">次</a>');
    t.same(linksIn(await page('/tokyo/id/satu'), 'beside'), ['next Dua']);
    t.same(linksIn(await page('/tokyo/id/tiga'), 'related'), []);
    t.same(linksIn(four, 'share'), ['WhatsApp', 'Telegram', 'X', 'Facebook', 'Surel']);
    t.match(four, 'href="https://wa.me/?text=Empat%20http%3A%2F%2Fwarta.test%2Ftokyo%2Fid%2Fempat"');
    t.match(four, 'href="mailto:?subject=Empat&amp;body=http%3A%2F%2Fwarta.test%2Ftokyo%2Fid%2Fempat"');

    await call('POST', '/headlines', headline(SORTED));
    const official = await page('/tokyo/en/advisory-for-citizens-h1');
    t.match(official, 'class="share"');
    t.notMatch(official, /class="(?:related|beside)"/, 'the ministry’s words stand alone');
  },
);
