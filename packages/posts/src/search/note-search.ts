import type { Db, Trx } from '@warta/database';
import { baseLanguage } from '@warta/languages';
import { type RawBuilder, sql } from 'kysely';
import { plainText, searchable } from './searchable.ts';
import { searchConfig } from './text-search-config.ts';

interface Unread {
  post: string;
  locale: string;
  revision: number;
  title: string;
  summary: string;
  html: string;
}

/** The revisions of texts `t` that stand or follow and are not in the index yet. */
const unread = (texts: RawBuilder<unknown>) => sql<Unread>`
  select r.post, r.locale, r.n as revision, r.title, r.summary, r.html
  from ${texts} t
  join revision r on r.post = t.post and r.locale = t.locale and r.n in (t.revision, t.next_revision)
  where not exists (
    select from search_text s where s.post = r.post and s.locale = r.locale and s.revision = r.n)`;

/**
 * Puts what stands or follows of a post into the index that readers search, and takes out what does neither. Belongs
 * into every transaction that changes which revisions those are. Whether they may be found is asked when they are read.
 */
export async function noteSearch(trx: Trx, post: string): Promise<void> {
  await sql`
    delete from search_text s where s.post = ${post} and not exists (
      select from text t where t.post = s.post and t.locale = s.locale
        and s.revision in (t.revision, t.next_revision))`.execute(trx);
  const { rows } = await unread(sql`(select * from text where post = ${post})`).execute(trx);
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
  const rows = texts.map(({ post, locale, revision, title, summary, html }) => ({
    post,
    locale,
    revision,
    language: baseLanguage(locale),
    config: searchConfig(locale),
    title: searchable(title),
    summary: searchable(summary),
    body: searchable(plainText(html)),
  }));
  await sql`
    insert into search_text (post, locale, revision, site, config, sort_at, words)
    select p.id, x.locale, x.revision, p.site, x.config, p.sort_at,
      setweight(to_tsvector(x.config::regconfig, x.title), 'A')
      || setweight(to_tsvector(x.config::regconfig, x.summary), 'B')
      || setweight(to_tsvector(x.config::regconfig, x.body), 'C')
      || array_to_tsvector(array['@c' || x.config, '@l' || x.language, '@k' || p.kind, '@s' || p.site::text])
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as x(post uuid, locale text, revision int, language text, config text, title text, summary text, body text)
    join post p on p.id = x.post
    on conflict do nothing`.execute(db);
}
