import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { arrangeHeadlines } from './arrange-home.ts';
import { entryColumns, isPublic, type TimelineEntry } from './timeline-entry.ts';

const MOST = 10;

/** The current headlines of one origin, pinned ones first; with the milliseconds until they change by the clock. */
export async function findPortal(
  db: Db,
  origin: string,
): Promise<{ headlines: TimelineEntry[]; freshForMs: number | null }> {
  const { rows } = await sql<TimelineEntry & { fresh: number | null }>`
    /*portal*/ with w as materialized (
      select (extract(epoch from least(
        (select min(g.publish_at) from headline g
          where g.origin = ${origin} and g.state = 'live' and g.publish_at > now()),
        (select min(g.next_from) from headline g where g.origin = ${origin} and g.next_from > now()),
        (select min(g.pinned_until) from headline g
          where g.origin = ${origin} and g.state = 'live' and g.pinned_until > now())
      ) - now()) * 1000)::float8 as fresh)
    select w.fresh, h.number, h.standing_version as version, coalesce(h.pinned_until > now(), false) as pinned,
      ${entryColumns}
    from w
    left join lateral (
      select * from standing_headline h where h.origin = ${origin} and ${isPublic}
      order by coalesce(h.pinned_until > now(), false) desc, h.sort_at desc, h.post desc limit ${MOST}
    ) h on true
    left join post p on p.id = h.post
    left join site o on o.id = p.site
    left join media m on m.id = p.cover
    order by pinned desc, h.sort_at desc, h.post desc`.execute(db);
  const { pinned, others } = arrangeAll(rows.filter((row) => row.post !== null));
  return { headlines: [...pinned, ...others], freshForMs: rows[0]?.fresh ?? null };
}

function arrangeAll(entries: TimelineEntry[]) {
  const { pinned } = arrangeHeadlines(entries);
  return { pinned, others: entries.filter((entry) => !pinned.includes(entry)) };
}
