import t from 'tap';
import { testService } from './support.ts';

/** What a page says to search engines: data in which no markup can begin or end. */
const DATA = /<script type="application\/ld\+json">[^<>]*<\/script>/;

t.test('nothing of one site is found under another, by any address', async (t) => {
  const { call, read } = await testService(t);
  const mine = {
    locale: 'id',
    title: 'Rahasia Tokyo',
    summary: 'Hanya Tokyo',
    body: 'Isi Tokyo.',
    slug: 'hanya-tokyo',
  };
  const { id } = (await call('POST', '/sites/tokyo/posts', mine)).json();
  const words = /Rahasia Tokyo|Hanya Tokyo|Isi Tokyo/;
  t.match((await read('/tokyo/')).body, words);
  t.match((await read('/tokyo/id/hanya-tokyo')).body, words);
  const others: [string, string][] = [
    ['warta.test', '/cairo/'],
    ['warta.test', '/cairo/ar/'],
    ['warta.test', '/cairo/feed.xml'],
    ['warta.test', '/cairo/id/hanya-tokyo'],
    ['warta.test', '/cairo/id/headlines'],
    ['warta.test', '/kemlu/'],
    ['warta.test', '/kemlu/id/hanya-tokyo'],
    ['warta.test', '/'],
    ['beijing.example', '/'],
    ['beijing.example', '/id/hanya-tokyo'],
    ['beijing.example', '/tokyo/id/hanya-tokyo'],
    ['unknown.example', '/tokyo/id/hanya-tokyo'],
  ];
  for (const [host, path] of others) t.notMatch((await read(path, { host })).body, words, `${host}${path}`);
  t.notMatch((await call('GET', '/sites/cairo/timeline')).body, words);
  const stolen = { locale: 'id', title: 'x', body: 'x', translationOf: id };
  t.equal(
    (await call('POST', '/sites/cairo/posts', stolen)).status,
    422,
    'nor can another site translate it',
  );
  t.match((await call('POST', '/sites/tokyo/posts', { ...stolen, locale: 'ja', slug: 'ja-x' })).status, 201);
});

t.test('a page of one host is never answered to another', async (t) => {
  const { call, read } = await testService(t);
  await call('POST', '/sites/beijing/posts', { locale: 'id', title: 'Kabar Beijing', body: 'x' });
  for (const _ of [1, 2]) {
    t.match((await read('/', { host: 'beijing.example' })).body, 'Kabar Beijing');
    t.notMatch((await read('/')).body, 'Kabar Beijing');
    t.equal((await read('/', { host: 'evil.example' })).status, 421);
  }
});

t.test('hostile words do nothing on any page', async (t) => {
  const { call, read } = await testService(t);
  const evil =
    '<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) <!--w:1.1.title.0000000000000000--> ]]><x>';
  const { url } = (
    await call('POST', '/sites/tokyo/posts', {
      locale: 'id',
      title: evil,
      summary: evil,
      body: evil,
      slug: 'jahat',
      tags: [evil.slice(0, 60)],
    })
  ).json();
  await call('PATCH', '/sites/cairo', { name: { id: evil }, statusNote: { id: evil }, status: 'limited' });
  const path = new URL(url).pathname;
  for (const page of ['/tokyo/', path, '/cairo/', '/missions?q="><script>alert(1)</script>']) {
    const { body, headers } = await read(page);
    const shown = body.replace(DATA, '');
    t.notMatch(shown, /<script|<img[^>]+onerror|href="javascript|<!--w:1\.1\.title\.0000/i, page);
    t.match(headers['content-security-policy'], /default-src 'none'/);
  }
  const feed = (await read('/tokyo/feed.xml')).body;
  const markup = feed.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  t.match(feed, 'alert(1)');
  t.notMatch(markup, /<script|<img|<x>/, 'in the feed they are words and not markup');
});
