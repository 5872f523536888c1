import { type Db, newId, type Trx } from '@warta/database';
import { slugify } from '@warta/languages';
import { sql } from 'kysely';
import { BODIES_A_LANGUAGE, type SampleBody } from './bodies.ts';
import { insertTexts, type SeededText } from './insert-texts.ts';
import { pick, randomFrom } from './random.ts';
import type { SeededSite } from './seed-sites.ts';
import { LANGUAGES, type Language, titleOf } from './titles.ts';

const AT_ONCE = 800;
const TWO_YEARS_MS = 2 * 365 * 24 * 3600 * 1000;
const TAGS = ['budaya', 'warga', 'pendidikan', 'ekonomi', 'musik', 'kuliner', 'pelajar', 'paspor'];

interface SeededPost {
  id: string;
  site: string;
  category: string;
  tags: string;
  at: Date;
  texts: SeededText[];
}

/**
 * Gives each site `count` posts from the two years before `now`: most in Indonesian, some in English, a quarter in
 * both. Each transaction holds some hundreds. Writes the tables of posts itself, which only a loader for
 * measurements may.
 */
export async function seedPosts(
  db: Db,
  sites: readonly SeededSite[],
  count: number,
  { bodies, now }: { bodies: Record<Language, SampleBody[]>; now: Date },
  onDone: (done: number) => void,
): Promise<void> {
  let waiting: SeededPost[] = [];
  let done = 0;
  const write = async () => {
    await db.transaction().execute((trx) => insertPosts(trx, waiting, bodies));
    done += waiting.length;
    waiting = [];
    onDone(done);
  };
  for (const site of sites) {
    const random = randomFrom(Number(site.slug.replace(/\D+/, '')));
    for (let n = 0; n < count; n += 1) {
      waiting.push(makePost(site, n, now, random));
      if (waiting.length === AT_ONCE) await write();
    }
  }
  if (waiting.length > 0) await write();
}

function makePost(site: SeededSite, n: number, now: Date, random: () => number): SeededPost {
  const id = newId();
  const { category, titles } = titleOf(n, site.city);
  const at = new Date(now.getTime() - Math.floor(random() * TWO_YEARS_MS));
  const body = Math.floor(random() * BODIES_A_LANGUAGE);
  const texts = languagesOf(n).map((locale) => {
    const title = titles[locale];
    return { post: id, locale, title, slug: `${slugify(title) ?? 'post'}-${n + 1}`, body, at };
  });
  const tags = [...new Set([pick(TAGS, random), pick(TAGS, random)])].join(',');
  return { id, site: site.id, category, tags, at, texts };
}

function languagesOf(n: number): readonly Language[] {
  if (n % 4 === 0) return LANGUAGES;
  return n % 7 === 1 ? ['en'] : ['id'];
}

async function insertPosts(
  trx: Trx,
  posts: readonly SeededPost[],
  bodies: Record<Language, SampleBody[]>,
): Promise<void> {
  const column = <K extends keyof SeededPost>(name: K) => posts.map((post) => post[name]);
  await sql`
    insert into post (id, site, kind, state, category, tags, publish_at, sort_at, announced, created_at, created_by)
    select id, site, 'article', 'live', category, string_to_array(tags, ','), at, at, true, at, 'seed'
    from unnest(${column('id')}::uuid[], ${column('site')}::uuid[], ${column('category')}::text[],
      ${column('tags')}::text[], ${column('at')}::timestamptz[]) as p(id, site, category, tags, at)`.execute(
    trx,
  );
  await insertTexts(
    trx,
    posts.flatMap((post) => post.texts),
    bodies,
  );
  const texts = posts.flatMap((post) => post.texts.map((text) => ({ ...text, site: post.site })));
  await sql`
    insert into address (site, locale, slug, post, current)
    select site, locale, slug, post, true
    from unnest(${texts.map((text) => text.site)}::uuid[], ${texts.map((text) => text.locale)}::text[],
      ${texts.map((text) => text.slug)}::text[], ${texts.map((text) => text.post)}::uuid[])
      as t(site, locale, slug, post)`.execute(trx);
}
