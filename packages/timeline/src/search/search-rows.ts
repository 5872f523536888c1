import type { Db, PostKind } from '@warta/database';
import { SEARCH_CONFIGS } from '@warta/posts';
import { PRACTICE } from '@warta/sites';
import { type RawBuilder, sql } from 'kysely';
import {
  entryColumns,
  isHere,
  isLocalPublic,
  isPublic,
  shownByObligation,
  type TimelineEntry,
} from '../timeline-entry.ts';
import type { Matches } from './mark-matches.ts';
import type { ReadQuery } from './read-query.ts';

export const RESULTS_A_PAGE = 10;
/** How many texts that have the words are looked at before only the newest are. */
const MOST_FOUND = 3000;
/** How many of the newest texts are looked through where more have the words. */
const MOST_RECENT = 2000;
/** How many of what was found, the newest, are put in an order. */
const MOST_RANKED = 300;
/** In how many of them, where words have to stand in an order, that is looked for. */
const MOST_CHECKED = 1500;
/** The share of all texts that has a word for which looking at the newest comes first. */
const COMMON = 0.15;
const MOST_MS = 1500;

/** Which texts to look in; `from` and `to` bound when a post was published. */
export interface SearchFilter {
  /** A site by its id: what stands there, the ministry's headlines included. Without one, every site's own. */
  site?: string | undefined;
  /** A language without script or region, such as `zh`. */
  language?: string | undefined;
  kind?: PostKind | 'headline' | undefined;
  category?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

interface Wanted extends SearchFilter, Pick<ReadQuery, 'terms' | 'loose'> {
  /** Words that all have to be there; empty where there is a choice. */
  words: readonly string[];
  locale: string;
  page: number;
}

export type SearchRow = TimelineEntry & {
  total: number;
  /** Whether there was more than was looked at. */
  bounded: boolean;
  locale: string;
  title: string;
  summary: string;
  html: string;
  slug: string;
  revision: number;
  savedAt: string;
  matches: Matches;
};

/**
 * A page of what readers may see that has these words, best first, in one query that stops after a second and a half.
 * Where very many texts have them, the newest are looked at.
 * @throws {SearchTooLongError}
 */
export async function searchRows(db: Db, wanted: Wanted): Promise<SearchRow[]> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('statement_timeout', ${String(MOST_MS)}, true), set_config('jit', 'off', true)`.execute(
      trx,
    );
    const { rows } = await query(wanted).execute(trx).catch(explain);
    return rows;
  });
}

/** The database has given up a query at its time limit. */
export class SearchTooLongError extends Error {
  override name = 'SearchTooLongError';
}

const CANCELLED = '57014';

function explain(error: unknown): never {
  const { code } = error as { code?: string };
  if (code === CANCELLED) throw new SearchTooLongError('the search took too long');
  throw error;
}

/** Words of the index that no reader can type: what a text is, beside what it says. */
function scopeOf({ site, language, kind }: SearchFilter): string {
  return [site && `('@s${site}' | '@kheadline')`, language && `'@l${language}'`, kind && `'@k${kind}'`]
    .filter(Boolean)
    .join(' & ');
}

const inEvery: RawBuilder<unknown> = sql`
  select c.* from c
  join post q on q.id = c.post
  join site s on s.id = q.site and s.kind <> ${sql.lit(PRACTICE)}
  left join headline h on h.post = q.id
  where ${isLocalPublic} and (h.post is null or ${isPublic})`;

const inOne = (site: string): RawBuilder<unknown> => sql`
  select c.* from (select ${site}::uuid as site) w
  cross join c
  join post q on q.id = c.post
  left join headline h on h.post = q.id and h.origin <> w.site
  left join audience_site a on a.audience = h.audience and a.site = w.site
  left join overlay v on v.headline = h.post and v.site = w.site
  where case when h.post is null then q.site = w.site and ${isLocalPublic}
    else a.site is not null and ${isHere} and ${shownByObligation} end`;

function query({ terms, loose, words, locale, page, site, category, from, to, ...filter }: Wanted) {
  const chosen = sql`d.sort_at >= coalesce(${from ?? null}::timestamptz, '-infinity')
    and d.sort_at < coalesce(${to ?? null}::timestamptz, 'infinity')
    and (${category ?? null}::text is null
      or exists (select from post p where p.id = d.post and p.category = ${category ?? null}::text))`;
  const newest = (condition: RawBuilder<unknown>) => sql`
    select d.post, d.locale, d.revision, d.sort_at
    from g cross join lateral (
      select * from search_text d where ${chosen} order by d.sort_at desc limit ${MOST_RECENT}) d
    where ${condition} and ts_match_vq(d.words, g.query) limit ${MOST_RANKED}`;
  const inAnyLanguage = (column: RawBuilder<unknown>) => sql`
    string_agg('(' || ${column}::text || ') & ''@c' || config || '''', ' | ')::tsquery
      && ${scopeOf({ site, ...filter })}::tsquery`;
  return sql<SearchRow>`
    select /*${sql.raw(site ? 'search_site' : 'search_all')}*/ * from (
    with k as materialized (
      select c.config, websearch_to_tsquery(c.config::regconfig, ${terms}) as query,
        websearch_to_tsquery(c.config::regconfig, ${loose}) as loose
      from unnest(${SEARCH_CONFIGS}::text[]) c(config)
      where exists (select from search_text d where d.config = c.config)),
    g as materialized (
      select ${inAnyLanguage(sql`query`)} as query, ${inAnyLanguage(sql`loose`)} as loose
      from k where numnode(query) > 0),
    common as materialized (
      select count(*) > 0 and count(*) = cardinality(${words}::text[]) and ${site === undefined} as are
      from search_word
      where word = any(${words}::text[])
        and texts > ${sql.lit(COMMON)} * (
          select greatest(reltuples, 20000) from pg_class where oid = 'search_text'::regclass)),
    usual as materialized (${newest(sql`(select c.are from common c)`)}),
    found as materialized (
      select d.post, d.locale, d.revision, d.sort_at
      from g join search_text d on d.words @@ g.loose
      where (select count(*) from usual) < ${MOST_RANKED} and ${chosen} limit ${MOST_FOUND + 1}),
    recent as materialized (${newest(sql`(select count(*) from found) > ${MOST_FOUND}`)}),
    c as materialized (
      select x.* from g cross join lateral (
        select * from (select * from usual union select * from found union select * from recent) x
        order by sort_at desc, post limit ${MOST_CHECKED}) x
      where ${terms === loose} or exists (
        select from search_text d where d.post = x.post and d.locale = x.locale and d.revision = x.revision
          and ts_match_vq(d.words, g.query))
      limit ${MOST_RANKED}),
    seen as materialized (${site ? inOne(site) : inEvery}),
    ranked as materialized (
      select distinct on (d.post) d.post, d.locale, d.revision, d.sort_at,
        ts_rank(d.words, k.query, 1) / (1 + greatest(extract(epoch from now() - d.sort_at), 0) / 31557600) as score
      from seen
      join search_text d on d.post = seen.post and d.locale = seen.locale and d.revision = seen.revision
      join text t on t.post = d.post and t.locale = d.locale
        and d.revision = case when t.next_from <= now() then t.next_revision else t.revision end
      join k on k.config = d.config
      order by d.post, d.locale = ${locale} desc, score desc),
    page as (
      select ranked.*, count(*) over () as total from ranked
      order by score desc, sort_at desc, post
      limit ${RESULTS_A_PAGE} offset ${(page - 1) * RESULTS_A_PAGE})
    select e.total::int, (select count(*) from c) >= ${MOST_RANKED} as bounded,
      e.locale, t.title, t.summary, t.html, t.slug, e.revision, t.created_at as "savedAt", e.score,
      ${matchesColumn} as matches, h.number, h.standing_version as version, false as pinned, ${entryColumns}
    from page e
    join search_text d on d.post = e.post and d.locale = e.locale and d.revision = e.revision
    join k on k.config = d.config
    join standing_text t on t.post = e.post and t.locale = e.locale and t.revision = e.revision
    join post p on p.id = e.post
    join site o on o.id = p.site
    left join media m on m.id = p.cover
    left join standing_headline h on h.post = p.id) r
    order by score desc, "publishAt" desc, post`;
}

/** At which words of text `d` the query for its language matches, as the index counts them. */
const matchesColumn: RawBuilder<Matches> = sql`(
  select json_build_object(
    'a', coalesce(max(n.place) filter (where n.part = 'A'), 0),
    'b', coalesce(max(n.place) filter (where n.part in ('A', 'B')), 0),
    'at', coalesce(json_agg(json_build_array(n.place, n.part)) filter (where l.lexeme = any(asked.words)), '[]'))
  from (select array(select f[1] from regexp_matches(k.query::text, '''([^'']+)''', 'g') f) as words) asked,
    unnest(d.words) l, unnest(l.positions, l.weights) n(place, part))`;
