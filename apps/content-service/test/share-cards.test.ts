import { newId } from '@warta/database';
import t from 'tap';
import { type TestService, testService } from './support.ts';

const MOST_BYTES = 60_000;

/** The address of the picture that a page is passed on with, as a path. */
async function pictureOf({ read }: TestService, page: string): Promise<string | undefined> {
  const [, url] = /<meta property="og:image" content="([^"]+)">/.exec((await read(page)).body) ?? [];
  return url && new URL(url).pathname;
}

t.test('a post without a picture is passed on with one of its words, in its script', async (t) => {
  const locales = ['en', 'ar', 'ja', 'th', 'zh-Hans', 'ko'];
  const service = await testService(t, [['tokyo', { locales, name: { en: 'Embassy' } }]]);
  const { call } = service;
  const titles = {
    en: 'Open day & "film" <evening> – €5',
    ar: 'دورة اللغة الإندونيسية في القاهرة',
    ja: '東京で映画の夕べ：新しい映画（入場無料）',
    th: 'สถานเอกอัครราชทูตเปิดรับสมัครทุนการศึกษา',
  };
  for (const [locale, title] of Object.entries(titles)) {
    const slug = `title-${locale}`;
    await call('POST', '/sites/tokyo/posts', { locale, title, slug, body: 'x' });
    const path = await pictureOf(service, `/tokyo/${locale}/${slug}`);
    t.match(path, new RegExp(`^/tokyo/${locale}/${slug}\\.[0-9a-f]{16}\\.png$`));
    const { statusCode, headers, rawPayload } = await service.service.app.inject({
      url: String(path),
      headers: { host: 'warta.test', 'accept-encoding': 'br' },
    });
    t.equal(statusCode, 200);
    t.equal(headers['content-type'], 'image/png');
    t.ok(rawPayload.length < MOST_BYTES, `${rawPayload.length} bytes`);
    t.equal(rawPayload.toString('latin1', 1, 4), 'PNG');
    t.same([rawPayload.readUInt32BE(16), rawPayload.readUInt32BE(20)], [1200, 630]);
  }
  for (const [locale, title] of [
    ['zh-Hans', '外交部消息'],
    ['ko', '대사관 소식'],
    ['en', 'With a 🎉 in it'],
  ]) {
    const { slug } = (
      await call('POST', '/sites/tokyo/posts', { locale, title, slug: 'unknown', body: 'x' })
    ).json();
    const page = `/tokyo/${locale}/${slug}`;
    t.equal((await service.read(page)).status, 200);
    t.equal(await pictureOf(service, page), undefined, `no empty boxes for ${title}`);
  }
  const look = { hero: newId(), logo: newId() };
  const picture = { alt: '{}', width: 960, height: 480, widths: [480, 960] };
  const { db } = service.database;
  const { id: site } = await db
    .selectFrom('site')
    .select('id')
    .where('slug', '=', 'tokyo')
    .executeTakeFirstOrThrow();
  for (const id of [look.logo, look.hero])
    await db
      .insertInto('media')
      .values({ id, site, digest: id, ...picture })
      .execute();
  for (const part of ['logo', 'hero'] as const) {
    await db
      .updateTable('site')
      .set({ [part]: look[part] })
      .where('id', '=', site)
      .execute();
    const { slug } = (
      await call('POST', '/sites/tokyo/posts', { locale: 'ko', title: '소식', slug: part, body: 'x' })
    ).json();
    const shown = `/media/${look[part]}/960.jpg`;
    t.equal(await pictureOf(service, `/tokyo/ko/${slug}`), shown, `then with the site’s ${part}`);
  }
});

t.test('other words have another picture, and with the text its picture goes', async (t) => {
  const service = await testService(t);
  const { call, read } = service;
  const words = (title: string, more = {}) => ({
    translations: [{ locale: 'en', title, slug: 'advisory', body: 'x' }],
    audience: { all: true },
    ...more,
  });
  const { id } = (await call('POST', '/headlines', words('Advisory'))).json();
  const pages = ['/tokyo/en/advisory-h1', '/kemlu/en/advisory-h1'];
  const before = await Promise.all(pages.map((page) => pictureOf(service, page)));
  for (const path of before) t.equal((await read(String(path))).status, 200);
  await call('PUT', `/headlines/${id}`, words('Corrected', { note: 'x' }), { 'if-match': '"1"' });
  const after = await Promise.all(pages.map((page) => pictureOf(service, page)));
  for (const path of before) t.equal((await read(String(path))).status, 404, 'the old words are gone');
  for (const path of after) t.equal((await read(String(path))).status, 200);
  await call('POST', `/headlines/${id}/recall`, { reason: 'x' });
  for (const path of after) t.equal((await read(String(path))).status, 410);

  const later = words('Later', { publishAt: '2999-01-01T00:00:00Z' });
  const { id: embargoed } = (await call('POST', '/headlines', later)).json();
  const guessed = String(before[0]).replace('-h1', '-h2');
  t.equal((await read(guessed)).status, 404, 'nothing of what is still to come');
  t.ok(embargoed);
});
