import { type Db, newId } from '@warta/database';
import { indexMissing, learnWords } from '@warta/posts';
import { sql } from 'kysely';
import { seeded } from './seeded.ts';

const SYLLABLES =
  'ba be bi bo bu da de di do du ga gi gu ha ka ke ki ko ku la le li lo lu ma me mi mo na ni nu pa pe pi po ra re ri ro sa se si su ta te ti to tu wa ya'.split(
    ' ',
  );
const VOCABULARY = 30_000;
const POSTS_AT_ONCE = 2000;
const JAPANESE = ['大使館', '旅券', '東京', '文化', '更新', '予約', '案内', '休館', '留学生', '領事'];

/** The n-th most common word of a made-up language. */
export function wordOf(n: number): string {
  const at = (i: number) => SYLLABLES[i % SYLLABLES.length] ?? 'ba';
  return at(n) + at(Math.floor(n / SYLLABLES.length) + 7) + at(Math.floor(n / SYLLABLES.length ** 2) + 3);
}

/** Words as languages have them: the first of them on every second line, most of them hardly ever. */
function words(count: number, random: () => number): string {
  return Array.from({ length: count }, () => wordOf(Math.floor(VOCABULARY ** random()) - 1)).join(' ');
}

/** Writes posts of some 120 words each, nine of ten in Indonesian or English, and puts them into the index. */
export async function fillCorpus(db: Db, each: number): Promise<{ indexedMs: number; learnedMs: number }> {
  const random = seeded(1);
  const sites = await db.selectFrom('site').select('id').where('kind', '!=', 'ministry').execute();
  const all = Array.from({ length: each }, (_, i) => sites.map(({ id }) => ({ site: id, i }))).flat();
  for (let start = 0; start < all.length; start += POSTS_AT_ONCE) {
    await insert(
      db,
      all.slice(start, start + POSTS_AT_ONCE).map(({ site, i }, n) => post(site, i, n % 10, random)),
    );
  }
  await sql`analyze`.execute(db);
  const begun = performance.now();
  let after: string | undefined = await indexMissing(db, undefined);
  while (after) after = await indexMissing(db, after);
  const indexed = performance.now();
  while ((await learnWords(db, 500)) > 0);
  await sql`analyze search_text, search_word`.execute(db);
  return { indexedMs: indexed - begun, learnedMs: performance.now() - indexed };
}

function post(site: string, i: number, kind: number, random: () => number) {
  const locale = kind === 0 ? 'ja' : kind < 4 ? 'en' : 'id';
  const some = (count: number) =>
    locale === 'ja'
      ? Array.from(
          { length: count },
          () => `${JAPANESE[Math.floor(random() ** 2 * JAPANESE.length)]}の`,
        ).join('')
      : words(count, random);
  return { id: newId(), site, i, locale, title: some(6), summary: some(15), body: `<p>${some(100)}</p>` };
}

async function insert(db: Db, posts: readonly object[]): Promise<void> {
  await sql`
    with n as materialized (
      select * from json_to_recordset(${JSON.stringify(posts)}::json)
        as x(id uuid, site uuid, i int, locale text, title text, summary text, body text)),
    p as (
      insert into post (id, site, kind, state, publish_at, sort_at, announced, created_by, category)
      select id, site, 'article', 'live', now() - i * interval '9 hours', now() - i * interval '9 hours', true, 'bench',
        (array['culture', 'trade', 'services'])[1 + i % 3] from n),
    r as (
      insert into revision (post, locale, n, title, summary, body, html, title_hash, body_hash, created_by)
      select id, locale, 1, title, summary, body, body, 'x', 'x', 'bench' from n),
    t as (insert into text (post, locale, slug, revision) select id, locale, 'p-' || id, 1 from n)
    insert into address (site, locale, slug, post, current) select site, locale, 'p-' || id, id, true from n`.execute(
    db,
  );
}
