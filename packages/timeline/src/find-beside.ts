import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { arranged, type FoundFrame, frameColumn } from './frame.ts';
import { frameFreshForMs, localFreshForMs } from './fresh-until.ts';
import { type EntryText, isLocalPublic } from './timeline-entry.ts';

/** How many of a site's newest posts are looked at for what is related, and how many of them are shown. */
const LOOKED_AT = 100;
const MOST = 3;

/** A post that another one's page leads to. */
export interface BesidePost {
  post: string;
  texts: Pick<EntryText, 'locale' | 'slug' | 'title'>[];
}

/** What a site's own post stands between and is related to. */
export interface Beside {
  newer: BesidePost | undefined;
  older: BesidePost | undefined;
  related: BesidePost[];
  /** Milliseconds until they change by the clock alone; null where nothing is waiting. */
  freshForMs: number | null;
  /** The frame of the site, where it was wanted as well. */
  around: FoundFrame | undefined;
}

/** A post of the site that shows it. */
export interface BesideWanted {
  site: string;
  post: string;
  /** Whether the frame of the site is to be read with it. */
  framed: boolean;
}

type Row = BesidePost & {
  ord: number;
  what: 'newer' | 'older' | 'related' | null;
  fresh: number | null;
  frame: FoundFrame['frame'] | null;
  frameFresh: number | null;
};

/**
 * For each of these posts the site's own ones next to it by time, and the newest that share most tags, or its
 * category, with it; in one query whatever their number.
 */
export async function findBeside(db: Db, wanted: readonly BesideWanted[]): Promise<Beside[]> {
  const { rows } = await sql<Row>`
    /*beside*/ with w as materialized (
      select w.ord, w.site, p.id as post, p.sort_at as at, p.category, p.tags, ${localFreshForMs} as fresh,
        case when w.framed then ${frameColumn} end as frame,
        case when w.framed then ${frameFreshForMs} end as frame_fresh
      from unnest(${wanted.map(({ site }) => site)}::uuid[], ${wanted.map(({ post }) => post)}::uuid[],
        ${wanted.map(({ framed }) => framed)}::boolean[]) with ordinality as w(site, post, framed, ord)
      join post p on p.id = w.post)
    select w.ord::int, w.fresh, w.frame_fresh as "frameFresh",
      case when row_number() over (partition by w.ord) = 1 then w.frame end as frame, e.what, e.id as post,
      (select coalesce(json_agg(json_build_object('locale', t.locale, 'slug', t.slug, 'title', t.title)
        order by t.locale), '[]'::json) from standing_text t where t.post = e.id) as texts
    from w
    left join lateral (
      (select 'newer' as what, q.id, 0 as place from post q
        where ${besides} and (q.sort_at, q.id) > (w.at, w.post) order by q.sort_at, q.id limit 1)
      union all
      (select 'older', q.id, 0 from post q
        where ${besides} and (q.sort_at, q.id) < (w.at, w.post) order by q.sort_at desc, q.id desc limit 1)
      union all
      (select 'related', r.id, (row_number() over (order by r.shared desc, r.sort_at desc, r.id desc))::int
        from (select q.id, q.sort_at, coalesce((q.category = w.category)::int, 0)
            + (select count(*) from unnest(q.tags) g where g = any(w.tags)) as shared
          from post q where ${besides} and q.id <> w.post
          order by q.sort_at desc, q.id desc limit ${sql.lit(LOOKED_AT)}) r
        where r.shared > 0 order by 3 limit ${sql.lit(MOST)})
    ) e on true
    order by w.ord, e.place`.execute(db);
  const byOrd = Map.groupBy(rows, (row) => row.ord);
  return wanted.map((_, index) => toBeside(byOrd.get(index + 1) ?? []));
}

const besides = sql`q.site = w.site and q.kind <> 'page' and ${isLocalPublic}`;

function toBeside(rows: readonly Row[]): Beside {
  const all = (what: Row['what']) =>
    rows.filter((row) => row.what === what).map(({ post, texts }) => ({ post, texts }));
  const framed = rows.find((row) => row.frame);
  return {
    around: framed?.frame ? { frame: arranged(framed.frame), freshForMs: framed.frameFresh } : undefined,
    newer: all('newer')[0],
    older: all('older')[0],
    related: all('related'),
    freshForMs: rows[0]?.fresh ?? null,
  };
}
