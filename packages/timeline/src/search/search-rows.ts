import type { Db, PostKind } from '@warta/database';
import { SEARCH_CONFIGS } from '@warta/posts';
import { type RawBuilder, sql } from 'kysely';
import { type OwnAdditions, ownForLine } from '../own-additions.ts';
import { entryColumns, type TimelineEntry } from '../timeline-entry.ts';
import type { Matches } from './mark-matches.ts';
import type { ReadQuery } from './read-query.ts';
import { inEvery, inOne, inOwn } from './search-visible.ts';

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

interface Wanted extends SearchFilter, Pick<ReadQuery, 'terms' | 'loose' | 'either'> {
  /** Words that all have to be there, or any of them where there is a choice. */
  words: readonly string[];
  locale: string;
  page: number;
}

export type SearchRow = TimelineEntry &
  OwnAdditions & {
    total: number;
    /** Whether there was more than was looked at. */
    bounded: boolean;
    /** The mission whose words beside a headline were found; null where it is the text itself. */
    mission: TimelineEntry['origin'] | null;
    /** Which of a mission's words. */
    part: 'translation' | 'beside' | null;
    locale: string;
    html: string | null;
    ownHtml: string | null;
    introHtml: string | null;
    noteHtml: string | null;
    /** All details of a post, for what they say. */
    said: object;
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

const score: RawBuilder<number> = sql`ts_rank(d.words, k.query, 1)
  / (1 + greatest(extract(epoch from now() - d.sort_at), 0) / 31557600) as score`;

function query({ terms, loose, either, words, locale, page, site, category, from, to, ...filter }: Wanted) {
  const chosenBy = (
    post: RawBuilder<unknown>,
  ) => sql`d.sort_at >= coalesce(${from ?? null}::timestamptz, '-infinity')
    and d.sort_at < coalesce(${to ?? null}::timestamptz, 'infinity')
    and (${category ?? null}::text is null
      or exists (select from post p where p.id = ${post} and p.category = ${category ?? null}::text))`;
  const chosen = chosenBy(sql`d.post`);
  const owner = sql.ref(site ? 'post' : 'mission');
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
      where exists (select from search_text d where d.config = c.config)
        or exists (select from overlay_search d where d.config = c.config)),
    g as materialized (
      select ${inAnyLanguage(sql`query`)} as query, ${inAnyLanguage(sql`loose`)} as loose
      from k where numnode(query) > 0),
    common as materialized (
      select count(*) >= ${either ? 1 : words.length} and ${site === undefined} as are
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
    own as materialized (
      select d.headline as post, d.site, d.locale, d.part, d.sort_at, ${score}
      from g join overlay_search d on d.words @@ g.query
      join k on k.config = d.config
      where (${site ?? null}::uuid is null or d.site = ${site ?? null}::uuid) and ${chosenBy(sql`d.headline`)}
      order by d.sort_at desc, d.headline limit ${MOST_RANKED}),
    scored as materialized (
      select d.post, null::uuid as mission, null as part, d.locale, d.revision, d.sort_at, ${score}
      from seen
      join search_text d on d.post = seen.post and d.locale = seen.locale and d.revision = seen.revision
      join text t on t.post = d.post and t.locale = d.locale
        and d.revision = case when t.next_from <= now() then t.next_revision else t.revision end
      join k on k.config = d.config
      union all
      select w.post, w.site, w.part, w.locale, null, w.sort_at, w.score from (${inOwn(site)}) w),
    ranked as materialized (
      select distinct on (post, ${owner}) * from scored
      order by post, ${owner}, locale = ${locale} desc, score desc),
    page as (
      select ranked.*, count(*) over () as total from ranked
      order by score desc, sort_at desc, post, mission
      limit ${RESULTS_A_PAGE} offset ${(page - 1) * RESULTS_A_PAGE})
    select e.total::int, greatest((select count(*) from c), (select count(*) from own)) >= ${MOST_RANKED} as bounded,
      e.locale, e.part, t.html, x.html as "ownHtml", x.intro_html as "introHtml", x.note_html as "noteHtml",
      p.details as said, e.score, ${matchesColumn} as matches,
      (select json_build_object('slug', s.slug, 'name', s.name, 'host', s.host)
        from site s where s.id = e.mission) as mission,
      h.number, h.standing_version as version, false as pinned, ${entryColumns}, ${ownForLine}
    from page e
    left join search_text f on e.mission is null
      and f.post = e.post and f.locale = e.locale and f.revision = e.revision
    left join overlay_search y on y.site = e.mission
      and y.headline = e.post and y.locale = e.locale and y.part = e.part
    cross join lateral (select coalesce(f.words, y.words) as words, coalesce(f.config, y.config) as config) d
    join k on k.config = d.config
    left join standing_text t on e.mission is null
      and t.post = e.post and t.locale = e.locale and t.revision = e.revision
    left join overlay_text x on x.site = e.mission and x.headline = e.post and x.locale = e.locale
    left join overlay v on v.site = e.mission and v.headline = e.post
    join post p on p.id = e.post
    join site o on o.id = p.site
    left join media m on m.id = p.cover
    left join standing_headline h on h.post = p.id
    where t.post is not null or x.headline is not null) r
    order by score desc, "publishAt" desc, post`;
}

/** At which words of text `d` the query for its language matches, as the index counts them. */
const matchesColumn: RawBuilder<Matches> = sql`(
  select json_build_object(
    'a', coalesce(max(n.place) filter (where n.part = 'A'), 0),
    'b', coalesce(max(n.place) filter (where n.part in ('A', 'B')), 0),
    'c', coalesce(max(n.place) filter (where n.part <> 'D'), 0),
    'at', coalesce(json_agg(json_build_array(n.place, n.part)) filter (where l.lexeme = any(asked.words)), '[]'))
  from (select array(select f[1] from regexp_matches(k.query::text, '''([^'']+)''', 'g') f) as words) asked,
    unnest(d.words) l, unnest(l.positions, l.weights) n(place, part))`;
