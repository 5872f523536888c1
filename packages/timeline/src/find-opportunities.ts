import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { localFreshForMs, sooner, untilClosing } from './fresh-until.ts';
import { entryColumns, type TimelineEntry } from './timeline-entry.ts';
import { deadline, isOpen } from './to-come.ts';

export interface OpportunitiesFound {
  opportunities: TimelineEntry[];
  /** Milliseconds until they change by the clock alone, as when the first of them closes. */
  freshForMs: number | null;
}

/** What one can still apply for at a site, what closes first standing first; at most `most`. */
export async function findOpportunities(db: Db, site: string, most: number): Promise<OpportunitiesFound> {
  const { rows } = await sql<TimelineEntry & { fresh: number | null }>`
    /*opportunities*/ with w as materialized (
      select ${localFreshForMs} as fresh, w.site from (select ${site}::uuid as site) w)
    select w.fresh, null as number, null as version, false as pinned, ${entryColumns}
    from w
    left join lateral (
      select q.id, ${deadline} as at from post q where q.site = w.site and ${isOpen}
      order by at, q.id limit ${most}
    ) e on true
    left join post p on p.id = e.id
    left join site o on o.id = p.site
    left join media m on m.id = p.cover
    order by e.at, e.id`.execute(db);
  const opportunities = rows.filter((row) => row.post !== null);
  return { opportunities, freshForMs: sooner(rows[0]?.fresh ?? null, untilClosing(opportunities)) };
}
