import { type RawBuilder, sql } from 'kysely';
import { type OwnAdditions, withOwn } from './own-additions.ts';
import { entryColumns, type TimelineEntry } from './timeline-entry.ts';

/** An entry with the moment of the correction that stands; null where it was never corrected. */
export type FeedEntry = TimelineEntry & { correctedAt: string | null };

/** What readers had and have no more, with the moment it went, ISO 8601. */
export interface GoneEntry {
  post: string;
  at: string;
}

export interface FoundFeed {
  entries: FeedEntry[];
  /** The newest first. */
  gone: GoneEntry[];
  /** The audiences the site belongs to: a headline for one of them changes its feed. */
  audiences: string[];
  /** Milliseconds until it changes by the clock alone; null where nothing is waiting. */
  freshForMs: number | null;
}

type Row = FeedEntry &
  Partial<OwnAdditions> & { gone: GoneEntry[]; audiences: string[]; fresh: number | null };

/** Programs that ask less often than so much is withdrawn drop entries when they fall off the end of the feed. */
export const MOST_GONE = 20;

/** The columns of an entry, for a query with `e` (post, number, version), `k` (that version), `p`, `o` and `m`. */
export const feedColumns: RawBuilder<unknown> = sql`e.number, e.version, false as pinned,
  case when k.kind in ('correction', 'restoration') then k.live_from end as "correctedAt", ${entryColumns}`;

/** That post `q` is of a category, where one is asked for. */
export const ofCategory = (category: string | undefined): RawBuilder<boolean> =>
  category === undefined ? sql`true` : sql`q.category = ${category}`;

/** Ids and moments of posts, the newest first, as one column. */
export const goneAsJson = (posts: RawBuilder<unknown>): RawBuilder<GoneEntry[]> => sql`(
  select coalesce(json_agg(json_build_object('post', g.id, 'at', g.withdrawn_at) order by g.withdrawn_at desc), '[]'::json)
  from (select x.* from (${posts}) x order by x.withdrawn_at desc limit ${sql.lit(MOST_GONE)}) g)`;

/** A feed from its rows, of which there is always one. */
export function toFeed(rows: readonly Row[]): FoundFeed {
  const [first] = rows;
  const entries = rows.filter((row) => row.post !== null);
  return {
    entries: entries.map((row) =>
      withOwn(row, { ownCover: row.ownCover ?? null, ownTexts: row.ownTexts ?? null }),
    ),
    gone: first?.gone ?? [],
    audiences: first?.audiences ?? [],
    freshForMs: first?.fresh ?? null,
  };
}
