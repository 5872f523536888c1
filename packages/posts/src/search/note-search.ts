import type { Db, PostKind, Trx } from '@warta/database';
import { type RawBuilder, sql } from 'kysely';
import { detailWords } from './detail-words.ts';
import { searchPartColumns, searchParts, searchVector } from './search-vector.ts';

interface Unread {
  post: string;
  locale: string;
  revision: number;
  title: string;
  summary: string;
  html: string;
  kind: PostKind | 'headline';
  details: object;
  said: string;
}

/** The details that go with revision `r` of text `t` of post `p`: what follows at a moment to come has its own. */
const details: RawBuilder<object> = sql`(case
  when r.n = t.next_revision and t.next_from > now() and r.details ? 'kind'
  then coalesce(r.details -> 'details', '{}'::jsonb) else p.details end)`;

/** Tells details apart that have words in them. */
const said: RawBuilder<string> = sql`(case when p.kind in ('event', 'gallery') then md5(${details}::text) else '' end)`;

/** The revisions `r` of texts `t` of posts `p` that stand or follow. */
const standing = (texts: RawBuilder<unknown>) => sql`${texts} t
  join revision r on r.post = t.post and r.locale = t.locale and r.n in (t.revision, t.next_revision)
  join post p on p.id = t.post`;

/** Those that are not in the index yet. */
const unread = (texts: RawBuilder<unknown>) => sql<Unread>`
  select r.post, r.locale, r.n as revision, r.title, r.summary, r.html, p.kind, ${details} as details,
    ${said} as said
  from ${standing(texts)}
  where not exists (
    select from search_text s where s.post = r.post and s.locale = r.locale and s.revision = r.n)`;

/**
 * Puts what stands or follows of a post into the index that readers search, and takes out what does neither. Belongs
 * into every transaction that changes which revisions or details those are. Whether they may be found is asked when
 * they are read.
 */
export async function noteSearch(trx: Trx, post: string): Promise<void> {
  const texts = sql`(select * from text where post = ${post})`;
  await sql`
    delete from search_text s where s.post = ${post} and not exists (
      select from ${standing(texts)}
      where r.locale = s.locale and r.n = s.revision and ${said} = s.said)`.execute(trx);
  const { rows } = await unread(texts).execute(trx);
  await index(trx, rows);
}

const LOOKED_AT = 100;
const INDEXED_AT_ONCE = 10;

/**
 * Puts texts into the index that came past it, as before there was one: some of them, beginning after the post given.
 * Returns the post to go on after, undefined once all were looked at. No step takes long, so readers are not kept.
 */
export async function indexMissing(db: Db, after: string | undefined): Promise<string | undefined> {
  const posts = sql`
    select id from post where ${after ?? null}::uuid is null or id > ${after ?? null}::uuid order by id limit ${LOOKED_AT}`;
  const { rows: seen } = await sql<{ id: string }>`${posts}`.execute(db);
  const { rows } = await unread(sql`(select * from text where post in (${posts}))`).execute(db);
  for (let start = 0; start < rows.length; start += INDEXED_AT_ONCE) {
    await index(db, rows.slice(start, start + INDEXED_AT_ONCE));
  }
  return seen.length < LOOKED_AT ? undefined : seen.at(-1)?.id;
}

async function index(db: Db, texts: readonly Unread[]): Promise<void> {
  if (texts.length === 0) return;
  const rows = texts.map(({ kind, details, post, locale, revision, said, ...text }) => ({
    ...{ post, locale, revision, said },
    ...searchParts({ ...text, locale, beside: detailWords(kind, details, locale) }),
  }));
  await sql`
    insert into search_text (post, locale, revision, site, config, sort_at, said, words)
    select p.id, x.locale, x.revision, p.site, x.config, p.sort_at, x.said,
      ${searchVector(sql`p.kind`, sql`p.site`)}
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as x(post uuid, locale text, revision int, said text, ${searchPartColumns})
    join post p on p.id = x.post
    on conflict do nothing`.execute(db);
}
