import t from 'tap';
import { Turns } from '../src/pages/turns.ts';
import { searchLimit } from '../src/public/search/search-limit.ts';
import { headline, testService } from './support.ts';

const post = (locale: string, title: string, body = 'Isi.') => ({ locale, title, body });
const enc = encodeURIComponent;

t.test('the search page is a plain form that keeps what was typed and says what it cannot use', async (t) => {
  const { read, call } = await testService(t);
  await call('POST', '/sites/tokyo/posts', post('id', 'Paspor & <visa>', 'Layanan paspor.'));

  const home = await read('/tokyo/');
  t.match(home.body, '<a href="/tokyo/search">', 'each page leads there');
  t.match((await read('/tokyo/ja/')).body, '<a href="/tokyo/ja/search">');
  t.match((await read('/en/')).body, '<a href="/en/search">');

  const empty = await read('/tokyo/search');
  t.match(empty.body, '<meta name="robots" content="noindex">');
  t.notMatch(empty.body, /<mark>|<h2 role/, 'nothing was asked, so nothing is missing');

  const found = await read('/tokyo/search?q=paspor');
  t.match(found.body, '<mark>Paspor</mark> &amp; &lt;visa&gt;');
  t.match(found.body, 'name="q" type="search" value="paspor"');
  t.match(found.body, 'href="/search?q=paspor"', 'and the way to all sites');
  t.equal(found.headers['set-cookie'], undefined);

  const odd = `q=${enc('"><script>alert(1)</script>')}&from=2026-02-30&to=x&kind=nothing&category=%27&language=%3C`;
  const kept = await read(`/tokyo/search?${odd}`);
  t.equal(kept.status, 200);
  t.notMatch(kept.body, '<script>alert');
  t.match(kept.body, 'value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  t.match(kept.body, 'name="from" type="text" value="2026-02-30"', 'a date that is none stays to be mended');
  for (const value of ['2026-02-30', 'x', 'nothing', '&#39;', '&lt;']) t.match(kept.body, `“${value}”`);

  const none = await read('/tokyo/search?q=zzzz');
  t.match(none.body, 'Tidak ada yang ditemukan');
  t.match(none.body, /href="\/help#[A-Z]{2}"/, 'with the way to help');
  t.match((await read(`/tokyo/search?q=${'kata+'.repeat(80)}`)).body, 'Terlalu panjang');
});

t.test('a page of results is never older than what it tells of', async (t) => {
  const { read, call } = await testService(t);
  const search = async (path: string) => (await read(path)).body;
  const everywhere = ['/search', '/tokyo/search', '/cairo/ar/search'].map((path) => `${path}?q=imbauan`);
  for (const path of everywhere) t.notMatch(await search(path), '<mark>');
  const { id } = (await call('POST', '/headlines', headline())).json();
  for (const path of everywhere) t.match(await search(path), '<mark>Imbauan</mark>', path);
  t.equal(
    (await search('/search?q=imbauan')).split('<mark>Imbauan').length,
    2,
    'once for all sites together',
  );
  t.match(await search('/search?q=imbauan'), 'href="/kemlu/id/', 'at the ministry’s address');
  t.match(await search('/search?q=imbauan&site=tokyo'), 'href="/tokyo/id/', 'or at that of the site chosen');
  t.match(await search('/search?q=imbauan&site=nowhere'), '“nowhere”');
  t.notMatch(await search('/tokyo/search?q=imbauan'), '<!--w:', 'a result is not the headline itself');

  const corrected = headline({
    translations: [{ locale: 'id', title: 'Ralat', body: 'Isi.' }],
    note: 'x',
  });
  t.match(await call('PUT', `/headlines/${id}`, corrected, { 'if-match': '"1"' }), { status: 200 });
  for (const path of everywhere) t.notMatch(await search(path), '<mark>', `${path} after the correction`);
  t.match(await search('/tokyo/search?q=ralat'), '<mark>Ralat</mark>');
  await call('POST', `/headlines/${id}/recall`, { reason: 'x' });
  t.notMatch(await search('/tokyo/search?q=ralat'), '<mark>', 'recalled');
});

t.test('results are marked in their own language and direction, at addresses that lead there', async (t) => {
  const { read, call } = await testService(t);
  await call('POST', '/sites/cairo/posts', post('ar', 'السَّفارة تعلن', 'خبر.'));
  await call('POST', '/sites/beijing/posts', post('zh-Hans', '大使馆护照服务通知', '请预约。'));
  const ar = (await read(`/cairo/search?q=${enc('سفارة')}`)).body;
  t.match(
    ar,
    /<h3 class="entry-title" lang="ar" dir="rtl"><a href="\/cairo\/ar\/[^"]+"><mark>السَّفارة<\/mark> تعلن/,
  );
  t.match(ar, /class="foreign"/, 'and said to be in another language');
  const zh = (await read(`/search?q=${enc('护照')}`)).body;
  t.match(
    zh,
    /href="http:\/\/beijing\.example\/zh-Hans\/[^"]+">大使馆<mark>护照<\/mark>/,
    'on a host of its own',
  );
  const own = await read(`/zh-Hans/search?q=${enc('护照')}`, { host: 'beijing.example' });
  t.match(own.body, /href="\/zh-Hans\/[^"]+">大使馆<mark>护照<\/mark>/);
});

t.test('a mission’s own words to a headline are found at its address, as its own', async (t) => {
  const { read, call } = await testService(t);
  const { id } = (await call('POST', '/headlines', headline())).json();
  const translation = { title: '渡航注意', summary: '', body: '台風。' };
  const texts = [
    { locale: 'ja', translation },
    { locale: 'id', intro: 'Loket Meguro tutup.' },
  ];
  const overlay = `/sites/tokyo/headlines/${id}/overlay`;
  const { etag } = (await call('GET', overlay)).headers;
  t.match(await call('PUT', overlay, { texts }, { 'if-match': String(etag) }), { status: 204 });
  const everywhere = (await read(`/search?q=${enc('台風')}`)).body;
  t.match(everywhere, /<h3 class="entry-title" lang="ja"[^>]*><a href="\/tokyo\/ja\/[^"]+">渡航注意/);
  t.match(everywhere, 'class="translated-by"', 'and said to be its translation');
  t.match((await read(`/tokyo/search?q=meguro`)).body, /lang="id"[^>]*>Loket <mark>Meguro<\/mark>/);
  t.notMatch((await read(`/cairo/search?q=meguro`)).body, '<mark>');
  t.match((await call('GET', `/search?q=${enc('台風')}`)).json().results, [
    { origin: 'kemlu', mission: 'tokyo', url: /^http:\/\/warta\.test\/tokyo\/ja\// },
  ]);
});

t.test('programs search by the same rules', async (t) => {
  const { call } = await testService(t);
  await call('POST', '/sites/tokyo/posts', post('id', 'Paspor baru', 'Isi.'));
  await call('POST', '/sites/beijing/posts', post('id', 'Paspor lama', 'Isi.'));
  await call('POST', '/headlines', headline());
  const found = await call('GET', '/search?q=paspor+baru');
  t.match(found.json(), {
    total: 1,
    mended: null,
    more: false,
    results: [
      {
        title: [
          { text: 'Paspor', marked: true },
          { text: ' ', marked: false },
          { text: 'baru', marked: true },
        ],
        origin: 'tokyo',
        url: /^http:\/\/warta\.test\/tokyo\/id\//,
      },
    ],
  });
  t.equal((await call('GET', '/search?q=paspor&site=beijing')).json().total, 1);
  const [sent] = (await call('GET', '/search?q=imbauan&site=beijing')).json().results;
  t.match(sent, { kind: 'headline', origin: 'kemlu', url: /^http:\/\/beijing\.example\/id\// });
  t.equal((await call('GET', '/search?q=imbauan&kind=event')).json().total, 0);
  t.equal((await call('GET', '/search?q=paspor&from=2999-01-01T00:00:00Z')).json().total, 0);
  for (const [bad, field] of [
    ['q=', 'q'],
    ['q=a&from=2026-01-01', 'from'],
    ['q=a&language=x%27', 'language'],
    ['q=a&kind=x', 'kind'],
    ['q=a&page=0', 'page'],
  ] as const) {
    t.match(await call('GET', `/search?${bad}`), { status: 422, body: `"field":"${field}"` }, bad);
  }
  t.equal((await call('GET', '/search?q=a&site=nowhere')).status, 404);
});

t.test('who searches without end from one address is told to wait, and nobody else is', async (t) => {
  const { read, call } = await testService(t);
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const [mine, other] = [from('2001:db8:1:2:aaaa::7'), from('2001:db8:1:3:aaaa::7')];
  await searchLimit.spend('2001:db8:1:2:bbbb::1', 299);
  t.equal((await read('/tokyo/ja/search?q=a', mine)).status, 200);
  const refused = await read('/tokyo/ja/search?q=a', mine);
  t.equal(refused.status, 429, 'addresses of one network count together');
  t.match(refused.headers, { 'retry-after': /^[1-6]?\d$/, 'cache-control': 'no-store' });
  t.match(refused.body, /<html lang="ja"[\s\S]*検索の回数が多すぎます[\s\S]*在京大使館/);
  t.match(refused.body, /\/assets\/nusantara\//, 'in the theme of the site');
  t.equal((await read('/cairo/ar/search?q=a', mine)).status, 429);
  const program = await call('GET', '/search?q=a', undefined, mine);
  t.match(program, { status: 429, headers: { 'retry-after': /^\d+$/ } });
  t.equal((await read('/tokyo/ja/search', mine)).status, 200, 'the form alone costs nothing');
  t.equal((await read('/tokyo/ja/', mine)).status, 200);
  t.equal((await read('/tokyo/ja/search?q=a', other)).status, 200);
  for (let n = 1; n < 3; n += 1) await searchLimit.spend(`::ffff:192.0.2.${n}`, 299);
});

t.test('some searches at a time, some more wait, and the next is refused', async (t) => {
  const turns = new Turns(1, 1);
  const open = Promise.withResolvers<string>();
  const first = turns.take(() => open.promise);
  const order: string[] = [];
  const second = turns.take(async () => order.push('second'));
  await t.rejects(
    turns.take(async () => order.push('third')),
    /too many/,
  );
  t.same(order, [], 'who waits has not begun');
  open.resolve('first');
  t.equal(await first, 'first');
  await second;
  t.same(order, ['second']);
  await t.rejects(
    turns.take(() => Promise.reject(new Error('it failed'))),
    /it failed/,
  );
  t.equal(await turns.take(async () => 'free again'), 'free again', 'what failed gives its turn back');
});
