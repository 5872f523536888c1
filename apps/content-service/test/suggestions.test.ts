import t from 'tap';
import { preferredLanguages } from '../src/pages/preferred-languages.ts';
import { testService } from './support.ts';

t.test('what a browser asks for is read by its weights, and nonsense is passed over', async (t) => {
  t.same(preferredLanguages('en;q=0.5, ja, id;q=0, de;q=0.8'), ['ja', 'de', 'en']);
  t.same(preferredLanguages('*, ;q=1, xx-@@, en-GB;q=x'), []);
  t.same(preferredLanguages('a'.repeat(5000)), []);
});

t.test('a reader is told of the page in the language they like best, and led nowhere', async (t) => {
  const { call, read } = await testService(t);
  const { id } = (
    await call('POST', '/sites/cairo/posts', { locale: 'id', title: 'Satu', slug: 'satu', body: 'x' })
  ).json();
  await call('POST', '/sites/cairo/posts', {
    locale: 'ar',
    title: 'واحد',
    slug: 'wahid',
    body: 'x',
    translationOf: id,
  });
  const line = (body: string) => /<p class="suggested[\s\S]*?<\/p>/.exec(body)?.[0];
  const page = (path: string, languages?: string) =>
    read(path, languages === undefined ? {} : { 'accept-language': languages });

  const asked = 'ar-EG,ar;q=0.9,en;q=0.8';
  const plain = await page('/cairo/id/satu');
  const told = await page('/cairo/id/satu', asked);
  t.equal(told.status, 200);
  t.equal(
    line(told.body),
    '<p class="suggested wrap" lang="ar" dir="rtl"><a href="/cairo/ar/wahid" hreflang="ar">اقرأ هذه الصفحة باللغة: \u2068العربية\u2069</a></p>',
  );
  t.equal(told.body.replace(line(told.body) ?? '', ''), plain.body, 'and nothing else is different');
  t.not(told.headers.etag, plain.headers.etag);
  t.equal((await page('/cairo/id/satu', asked)).headers.etag, told.headers.etag);
  const again = await read('/cairo/id/satu', {
    'accept-language': asked,
    'if-none-match': String(told.headers.etag),
  });
  t.equal(again.status, 304);
  t.equal(told.headers['set-cookie'], undefined);
  t.match(told.headers.vary, 'Accept-Language');

  for (const [path, languages] of [
    ['/cairo/id/satu', 'id'],
    ['/cairo/id/satu', 'id-ID,ar;q=0.9'],
    ['/cairo/id/satu', 'fr,ja;q=0.9'],
    ['/cairo/id/satu', 'en'],
    ['/cairo/ar/wahid', asked],
    ['/cairo/id/satu', '*'],
    ['/cairo/feed.xml', asked],
  ] as const) {
    const answer = await page(path, languages);
    t.equal(line(answer.body), undefined, `${path} for ${languages}`);
    t.equal(answer.headers.etag, (await page(path)).headers.etag);
  }
  t.match(
    line((await page('/cairo/', 'fr, en;q=0.5')).body),
    'href="/cairo/en/"',
    'the first one that is there',
  );
  for (const [path, other] of [
    ['/cairo/id/contact', '/cairo/en/contact'],
    ['/cairo/id/headlines', '/cairo/en/headlines'],
    ['/cairo/id/events', '/cairo/en/events'],
    ['/cairo/id/kind/article', '/cairo/en/kind/article'],
    ['/', '/en/'],
    ['/missions', '/en/missions'],
    ['/help', '/en/help'],
    ['/events', '/en/events'],
  ] as const) {
    t.match(line((await page(path, 'en')).body), `href="${other}"`, path);
  }
  t.match(
    (await page('/cairo/id/headlines')).body,
    '<link rel="alternate" hreflang="ar" href="http://warta.test/cairo/ar/headlines">',
    'and search engines of a list in other languages',
  );
  await call('POST', '/sites/cairo/posts', {
    locale: 'en',
    title: 'One',
    slug: 'one',
    body: 'x',
    translationOf: id,
  });
  t.match(line((await page('/cairo/id/satu', 'en')).body), 'href="/cairo/en/one"', 'as soon as it is there');
});
