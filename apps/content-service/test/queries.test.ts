import { type Db, newId } from '@warta/database';
import t from 'tap';
import { bareApp } from './bare-app.ts';
import { headline, testService } from './support.ts';

/** The same database, counting what is asked of it. */
function counting(db: Db) {
  const asked = { times: 0 };
  const counted = db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      asked.times += 1;
      return result;
    },
  });
  return { db: counted, asked };
}

/** One page of each kind, of the ministry and of a mission that has something of everything. */
const PATHS = `/ /en/ /missions /missions/map.svg /help /events /events.ics /en/help/tokyo.vcf
  /sitemap.xml /news-sitemap.xml /feed.xml
  /tokyo/ /tokyo/en/ /tokyo/?page=2 /tokyo/id/headlines /tokyo/id/imbauan-bagi-wni-h4 /tokyo/id/kabar-7 /tokyo/id/galeri /tokyo/id/malam
  /tokyo/id/malam.ics /tokyo/id/contact /tokyo/id/events /tokyo/id/opportunities /tokyo/id/archive /tokyo/id/tag/paspor
  /tokyo/id/category/culture /tokyo/id/kind/gallery /tokyo/feed.xml /tokyo/feed.json /tokyo/sitemap.xml
  /tokyo/events.ics /tokyo/id/nothing /nowhere/`.split(/\s+/);

t.test('no page takes more than two queries, however much is on it', async (t) => {
  const service = await testService(t);
  const { call, database, config } = service;
  const post = async (more: object) => {
    const made = await call('POST', '/sites/tokyo/posts', {
      locale: 'id',
      title: 'Judul',
      body: 'Isi.',
      ...more,
    });
    t.equal(made.status, 201, made.body);
  };
  for (let n = 0; n < 25; n += 1)
    await post({ slug: `kabar-${n}`, tags: ['paspor', 'wni'], category: 'culture' });
  const site = database.db.selectFrom('site').select('id').where('slug', '=', 'tokyo');
  const picture = { id: newId(), alt: '{"id":"Balai"}', width: 960, height: 640, widths: [480, 960] };
  await database.db
    .insertInto('media')
    .values({ ...picture, site, digest: picture.id })
    .execute();
  await post({ slug: 'galeri', kind: 'gallery', details: { pictures: [{ media: picture.id }] } });
  const event = { start: '2099-12-04T09:00:00Z', end: '2099-12-04T12:00:00Z', place: { name: 'Balai' } };
  await post({ slug: 'malam', kind: 'event', details: event });
  for (let n = 0; n < 8; n += 1) await call('POST', '/headlines', headline());

  for (const path of PATHS) {
    const { db, asked } = counting(database.db);
    const { app, read } = await bareApp(config, { ...database, db });
    asked.times = 0;
    const { status } = await read(path);
    t.ok(asked.times <= 2, `${path} (${status}) took ${asked.times} queries`);
    if (!/nothing|nowhere|vcf/.test(path)) t.equal(status, 200, path);
    await app.close();
  }
});
