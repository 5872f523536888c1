import { newId } from '@warta/database';
import { parseAtomFeed } from 'feedsmith';
import t from 'tap';
import { readFeed } from './schemas/read-feed.ts';
import { type TestService, testService, until } from './support.ts';

const STRICT =
  /^default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/;

const publish = async ({ call }: TestService, more: object, site = 'tokyo') => {
  const answer = await call('POST', `/sites/${site}/posts`, {
    locale: 'id',
    title: 'Judul',
    body: 'Isi.',
    ...more,
  });
  return answer.json();
};

/** The lines of a calendar file, unfolded, by their name. */
const linesOf = (calendar: string) =>
  Object.fromEntries(
    calendar
      .replace(/\r\n[ \t]/g, '')
      .split('\r\n')
      .map((line) => [line.slice(0, line.search(/[:;]/)), line.slice(line.search(/[:;]/) + 1)]),
  );

t.test('an event says when it is in the mission’s time zone, and gives itself to calendars', async (t) => {
  const service = await testService(t);
  const { read, call } = service;
  const details = {
    start: '2026-12-04T09:00:00Z',
    end: '2026-12-04T20:30:00+09:00',
    place: { name: 'Balai Indonesia', address: '1-2-3 Meguro', link: 'https://peta.example/?a=1&b=2' },
    online: 'https://rapat.example/x',
  };
  const saved = await publish(service, {
    kind: 'event',
    slug: 'malam',
    summary: 'Datanglah; bawa, teman',
    details,
  });
  const when = 'Jumat, 4 Desember 2026 18.00–20.30 Waktu Jepang';
  for (const path of ['/tokyo/', '/tokyo/id/malam']) {
    const { body } = await read(path);
    t.match(body, `<a class="kind" href="/tokyo/id/kind/event">Acara</a>`);
    t.match(body, `<time datetime="2026-12-04T18:00:00+09:00">${when}</time>`, path);
    t.match(body, 'Balai Indonesia');
  }
  t.match((await read('/tokyo/id/malam')).body, 'href="https://peta.example/?a=1&amp;b=2" rel="external"');

  const file = await read('/tokyo/id/malam.ics');
  t.equal(file.headers['content-type'], 'text/calendar; charset=utf-8');
  const lines = linesOf(file.body);
  t.match(lines, {
    DTSTART: '20261204T090000Z',
    DTEND: '20261204T113000Z',
    SEQUENCE: '0',
    UID: `urn:uuid:${saved.id}`,
    SUMMARY: 'Judul',
    LOCATION: 'Balai Indonesia\\, 1-2-3 Meguro',
    URL: 'VALUE=URI:http://warta.test/tokyo/id/malam',
  });
  t.match(
    lines.DESCRIPTION,
    'Datanglah\\; bawa\\, teman\\n\\nhttps://rapat.example/x\\n\\nhttp://warta.test',
  );
  t.match(file.body, /END:VCALENDAR\r\n$/);
  await publish(service, { locale: 'ja', slug: 'yoru', title: '夕べ', translationOf: saved.id });
  const other = linesOf((await read('/tokyo/ja/yoru.ics')).body);
  t.match(other, { UID: lines.UID, SUMMARY: '夕べ' }, 'in another language it is the same event');
  const timeline = (await call('GET', '/sites/tokyo/timeline')).json();
  t.match(timeline.posts, [{ kind: 'event', details }], 'programs are told as well');
});

t.test('of an event that lasts whole days, the days of the mission’s time zone count', async (t) => {
  const service = await testService(t);
  const details = { start: '2026-12-03T20:00:00Z', end: '2026-12-05T23:00:00+09:00', allDay: true };
  await publish(service, { kind: 'event', slug: 'pekan', details });
  const { body } = await service.read('/tokyo/id/pekan');
  t.match(body, /<time datetime="2026-12-04">Jumat, 4 Desember\s–\sSabtu, 5 Desember 2026<\/time>/);
  const lines = linesOf((await service.read('/tokyo/id/pekan.ics')).body);
  t.match(lines, { DTSTART: 'VALUE=DATE:20261204', DTEND: 'VALUE=DATE:20261206' });
});

t.test('an opportunity closes by itself on every page that shows it, with nothing written', async (t) => {
  const service = await testService(t);
  const soon = new Date(Date.now() + 2000).toISOString();
  const details = { type: 'tender', until: soon, link: 'https://lamar.example/' };
  await publish(service, { kind: 'opportunity', slug: 'lelang', details });
  const paths = ['/tokyo/', '/tokyo/id/lelang'];
  const pages = async () => Promise.all(paths.map(async (path) => (await service.read(path)).body));
  for (const body of await pages()) {
    t.match(body, /<a class="kind" href="[^"]+opportunity">Tender<\/a>/);
    t.match(body, /<time class="deadline" [^>]+>Dibuka sampai /);
  }
  const closed = /<time class="deadline closed" [^>]+>Ditutup sejak /;
  const later = await until(pages, (bodies) => bodies.every((body) => closed.test(body)));
  for (const body of later) t.notMatch(body, 'Dibuka sampai');
});

t.test('nothing of a video is loaded, or may be, before it is played', async (t) => {
  const service = await testService(t);
  const details = { link: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' };
  await publish(service, { kind: 'video', slug: 'rekaman', details });
  const still = await service.read('/tokyo/id/rekaman');
  t.match(String(still.headers['content-security-policy']), STRICT);
  t.notMatch(still.body, /<iframe|youtube-nocookie/);
  t.match(still.body, 'href="/tokyo/id/rekaman?video" rel="nofollow">Putar video</a>');
  t.match(still.body, 'href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" rel="external"');

  const playing = await service.read('/tokyo/id/rekaman?video');
  t.match(
    playing.body,
    '<iframe src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&amp;rel=0"',
  );
  t.match(playing.body, '<meta name="robots" content="noindex">');
  const policy = String(playing.headers['content-security-policy']);
  t.match(policy, /^default-src 'none'; .*; frame-src https:\/\/www\.youtube-nocookie\.com$/);
  for (const path of ['/tokyo/id/rekaman?video', '/tokyo/id/rekaman'])
    t.equal(
      /frame-src/.test(String((await service.read(path)).headers['content-security-policy'])),
      path.endsWith('video'),
      `${path}, from the cache`,
    );
});

t.test('to feeds, a gallery brings its pictures and a video its link, and neither a frame', async (t) => {
  const service = await testService(t);
  const { db } = service.database;
  const site = db.selectFrom('site').select('id').where('slug', '=', 'tokyo');
  const pictures = [newId(), newId()];
  const size = { width: 960, height: 640, widths: [480, 960] };
  for (const id of pictures) {
    await db
      .insertInto('media')
      .values({ id, site, alt: '{"en":"A \\"hall\\" <b>"}', digest: id, ...size })
      .execute();
  }
  const post = (title: string, kind: string, details: object) =>
    service.call('POST', '/sites/tokyo/posts', { locale: 'en', title, body: 'x', kind, details });
  const [first, second] = pictures;
  await post('Seen', 'gallery', {
    pictures: [{ media: second, caption: { en: 'Dance & music' } }, { media: first }],
  });
  await post('Shown', 'video', { link: 'https://youtu.be/dQw4w9WgXcQ' });
  const [atom] = await readFeed(service, '/tokyo/ja');
  const [video = '', gallery = ''] =
    parseAtomFeed(atom).entries?.map(({ content }) => content?.value ?? '') ?? [];
  const image = (id: unknown) =>
    `<figure><img src="http://warta.test/media/${id}/960.jpg" alt="A &quot;hall&quot; &lt;b&gt;">`;
  const caption = '<figcaption lang="en" dir="ltr">Dance &amp; music</figcaption></figure>';
  t.match(gallery, `${image(second)}${caption}${image(first)}</figure>`, 'in their order');
  t.match(video, '<p><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">');
  t.notMatch(atom, /iframe|embed/);
});

t.test('pages stand in the menu of every page of their site, in its language, without a date', async (t) => {
  const service = await testService(t);
  const { read } = service;
  await publish(service, { slug: 'berita' });
  const paths = [
    '/tokyo/',
    '/tokyo/?page=2',
    '/tokyo/id/berita',
    '/tokyo/id/headlines',
    '/tokyo/id/tidak-ada',
  ];
  for (const path of paths) t.notMatch((await read(path)).body, '/tokyo/id/tentang', `${path}: nothing yet`);
  const details = { order: 1, label: { id: 'Tentang', ja: '紹介' } };
  const { id } = await publish(service, { kind: 'page', title: 'Tentang kami', slug: 'tentang', details });
  for (const path of paths) t.match((await read(path)).body, '<a href="/tokyo/id/tentang">Tentang</a>', path);
  t.match(
    (await read('/tokyo/ja/')).body,
    '<a href="/tokyo/id/tentang"><span lang="id" dir="ltr">Tentang</span></a>',
  );
  await publish(service, { locale: 'ja', title: '大使館について', slug: 'shokai', translationOf: id });
  t.match((await read('/tokyo/ja/')).body, '<a href="/tokyo/ja/shokai">紹介</a>');

  const page = (await read('/tokyo/id/tentang')).body;
  t.match(page, '<a href="/tokyo/id/tentang" aria-current="page">Tentang</a>');
  t.notMatch(page, /class="byline"/, 'a page has no date');
  t.notMatch((await read('/tokyo/')).body, /<article[\s\S]*Tentang kami/, 'and is no news');
  t.notMatch((await read('/tokyo/feed.xml')).body, 'Tentang kami');
  t.notMatch((await read('/cairo/')).body, 'tentang', 'another site has its own');
});

t.test(
  'what a site withdrew says so in its own words or neutral ones, and nothing of it is left',
  async (t) => {
    const service = await testService(t);
    const { database, read } = service;
    const secret = /Rahasia|Isi rahasia/;
    const set = async (id: string, change: object) => {
      await database.db.updateTable('post').set(change).where('id', '=', id).execute();
      await service.call('PATCH', '/sites/tokyo', { statusNote: { id: String(Math.random()) } });
    };
    const { id } = await publish(service, { title: 'Rahasia', body: 'Isi rahasia', slug: 'rahasia' });
    t.match((await read('/tokyo/id/rahasia')).body, secret);
    const everywhere = [
      '/',
      '/tokyo/',
      '/tokyo/feed.xml',
      '/tokyo/id/rahasia',
      '/api/v1/sites/tokyo/timeline',
    ];
    const leaks = async () => {
      const bodies = await Promise.all(everywhere.map(async (path) => (await read(path)).body));
      return everywhere.filter((_, i) => secret.test(bodies[i] ?? ''));
    };
    await set(id, { state: 'withdrawn' });
    const neutral = await read('/tokyo/id/rahasia');
    t.equal(neutral.status, 410);
    t.match(neutral.body, 'KBRI Tokyo telah menarik halaman ini.');
    t.same(await leaks(), []);
    await set(id, { notice: JSON.stringify({ id: 'Acara ini batal.' }) });
    t.match((await read('/tokyo/id/rahasia')).body, 'Acara ini batal.');
    await set(id, { state: 'draft' });
    t.equal((await read('/tokyo/id/rahasia')).status, 404);
    t.same(await leaks(), []);
  },
);

t.test('categories and tags of the network have names in the language of the page', async (t) => {
  const service = await testService(t);
  const tags = ['passport', 'kopi kita'];
  await publish(service, { locale: 'ja', title: '旅券', slug: 'ryoken', category: 'consular-service', tags });
  const { body } = await service.read('/tokyo/ja/ryoken');
  t.match(body, '<li><a href="/tokyo/ja/tag/passport" lang="ja" dir="auto">旅券</a></li>');
  t.notMatch(body, '>consular-service<');
  const refused = await service.call('POST', '/sites/tokyo/posts', {
    locale: 'id',
    title: 'x',
    body: 'x',
    category: 'lain',
  });
  t.match(refused.json(), { status: 422, errors: [{ field: 'category' }] });
});
