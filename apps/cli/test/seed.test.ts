import { testDatabase } from '@warta/database/testing';
import { prepareText } from '@warta/posts';
import { findSite } from '@warta/sites';
import { headlineInput, publishHeadline } from '@warta/sync';
import { sql } from 'kysely';
import t from 'tap';
import { seedNetwork } from '../src/seed/seed-network.ts';
import { openSites } from './support/sample-network.ts';

const database = await testDatabase(t);
const { db } = database;
const count = async (what: string) => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(what)}`.execute(db);
  return rows[0]?.n;
};

const [ministry] = await openSites(database);
if (!ministry) throw new Error('there is no ministry');
const input = headlineInput.parse({
  translations: [{ locale: 'id', title: 'Kabar', body: 'Isi.' }],
  audience: { regions: ['europe', 'asia-pacific'] },
});
const actor = { name: 'test', source: 'test' };
await publishHeadline(db, ministry, input, { actor, receivedAt: new Date() });
await seedNetwork(database, { sites: 12, posts: 30, headlines: 25 });

t.test('it adds as many sites, posts and headlines as it is asked for', async (t) => {
  t.equal(await count(`site where slug like 'site-%'`), 12);
  t.equal(await count(`post where kind = 'article'`), 12 * 30);
  t.equal(await count('headline'), 1 + 25);
  t.equal(
    await count('(select site from post where kind = $$article$$ group by site having count(*) = 30) s'),
    12,
  );
});

t.test('every post has its words, its place and an address, in the past two years', async (t) => {
  t.equal(await count('post p where not exists (select from standing_text t where t.post = p.id)'), 0);
  t.equal(
    await count(`text t join post p on p.id = t.post where p.kind = 'article'`),
    await count('address'),
  );
  t.equal(await count(`post where publish_at > now() or publish_at < now() - interval '731 days'`), 0);
  t.equal(await count('post where not announced'), 0);
});

t.test('its words have the HTML and the hashes that saving them would give', async (t) => {
  const rows = await db
    .selectFrom('revision')
    .selectAll()
    .where('created_by', '=', 'seed')
    .limit(60)
    .execute();
  for (const { locale, title, body, ...saved } of rows) {
    const text = prepareText({ locale, title, body }, 'body');
    t.match(saved, { html: text.html, title_hash: text.titleHash, body_hash: text.bodyHash });
  }
});

t.test('new missions come under the rules that stand', async (t) => {
  const reached = await count(`site where region in ('europe', 'asia-pacific') and kind <> 'ministry'`);
  t.equal(
    await count(`audience_site a join audience b on b.id = a.audience where b.rule @> '{"regions": ["europe"]}'
      and jsonb_array_length(b.rule->'regions') = 2 and b.rule->'regions' @> '["asia-pacific"]'`),
    reached,
  );
});

t.test('asked again, it goes on where it stopped, and tells all nodes', async (t) => {
  const before = await count(`change where tags = '{all}'`);
  await seedNetwork(database, { sites: 1, posts: 2, headlines: 0 });
  t.match(await findSite(db, 'site-00013'), { timezone: /\//, locales: ['id', 'en'] });
  t.equal(await count('post p join site s on s.id = p.site where s.slug = $$site-00013$$'), 2);
  t.equal(await count(`change where tags = '{all}'`), (before ?? 0) + 1);
});
