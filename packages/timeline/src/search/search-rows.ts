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

export const RESULTS_A_PAGE = 10;
/** How many texts that have the words are looked at before only the newest are. */
const MOST_FOUND = 3000;
/** How many of the newest texts are looked through where more have the words. */
const MOST_RECENT = 2000;
/** How many of what was found, the newest, are put in an order. */
export const MOST_RANKED = 500;
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

interface Wanted extends SearchFilter {
  terms: string;
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

function query({ terms, locale, page, site, category, from, to, ...filter }: Wanted) {
  const chosen = sql`d.sort_at >= coalesce(${from ?? null}::timestamptz, '-infinity')
    and d.sort_at < coalesce(${to ?? null}::timestamptz, 'infinity')
    and (${category ?? null}::text is null
      or exists (select from post p where p.id = d.post and p.category = ${category ?? null}::text))`;
  return sql<SearchRow>`
    select /*${sql.raw(site ? 'search_site' : 'search_all')}*/ * from (
    with k as materialized (
      select c.config, websearch_to_tsquery(c.config::regconfig, ${terms}) as query
      from unnest(${SEARCH_CONFIGS}::text[]) c(config)),
    g as materialized (
      select string_agg('(' || query::text || ') & ''@c' || config || '''', ' | ')::tsquery
        && ${scopeOf({ site, ...filter })}::tsquery as query
      from k where numnode(query) > 0),
    found as materialized (
      select d.post, d.locale, d.revision, d.sort_at
      from g join search_text d on d.words @@ g.query
      where ${chosen} limit ${MOST_FOUND + 1}),
    recent as materialized (
      select d.post, d.locale, d.revision, d.sort_at
      from g cross join lateral (
        select * from search_text d where ${chosen} order by d.sort_at desc limit ${MOST_RECENT}) d
      where (select count(*) from found) > ${MOST_FOUND} and ts_match_vq(d.words, g.query)),
    c as materialized (
      select * from (select * from found union select * from recent) x
      order by sort_at desc, post limit ${MOST_RANKED}),
    seen as materialized (${site ? inOne(site) : inEvery}),
    ranked as materialized (
      select distinct on (d.post) d.post, d.locale, d.revision, d.sort_at, d.words, k.query,
        t.title, t.summary, t.html, t.slug, t.created_at,
        ts_rank(d.words, k.query, 1) / (1 + greatest(extract(epoch from now() - d.sort_at), 0) / 31557600) as score
      from seen
      join search_text d on d.post = seen.post and d.locale = seen.locale and d.revision = seen.revision
      join standing_text t on t.post = d.post and t.locale = d.locale and t.revision = d.revision
      join k on k.config = d.config
      order by d.post, d.locale = ${locale} desc, score desc),
    page as (
      select ranked.*, count(*) over () as total from ranked
      order by score desc, sort_at desc, post
      limit ${RESULTS_A_PAGE} offset ${(page - 1) * RESULTS_A_PAGE})
    select e.total::int, (select count(*) from c) >= ${MOST_RANKED} as bounded,
      e.locale, e.title, e.summary, e.html, e.slug, e.revision, e.created_at as "savedAt", e.score,
      ${matchesColumn} as matches, h.number, h.standing_version as version, false as pinned, ${entryColumns}
    from page e
    join post p on p.id = e.post
    join site o on o.id = p.site
    left join media m on m.id = p.cover
    left join standing_headline h on h.post = p.id) r
    order by score desc, "publishAt" desc, post`;
}

/** At which words of text `e` its query matches, as the index counts them. */
const matchesColumn: RawBuilder<Matches> = sql`(
  select json_build_object(
    'a', coalesce(max(n.place) filter (where n.part = 'A'), 0),
    'b', coalesce(max(n.place) filter (where n.part in ('A', 'B')), 0),
    'at', coalesce(json_agg(json_build_array(n.place, n.part)) filter (where l.lexeme = any(asked.words)), '[]'))
  from (select array(select f[1] from regexp_matches(e.query::text, '''([^'']+)''', 'g') f) as words) asked,
    unnest(e.words) l, unnest(l.positions, l.weights) n(place, part))`;
