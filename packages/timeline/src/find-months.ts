import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { ownArchived, sentArchived } from './archived.ts';
import { headlinesFreshForMs, localFreshForMs, siteAudiences } from './fresh-until.ts';

export interface Months {
  /** Newest first, each written `2026-11`. */
  months: { month: string; count: number }[];
  audiences: string[];
  freshForMs: number | null;
}

interface Row {
  month: string | null;
  count: number;
  audiences: string[];
  fresh: number | null;
}

const any = { local: sql`true`, headlines: sql`true` };

/** In which months of its own time zone a site had posts and headlines, and how many of those stand. */
export async function findMonths(db: Db, site: string, timeZone: string): Promise<Months> {
  const { rows } = await sql<Row>`
    /*archive_months*/ with w as materialized (
      select w.*, least(${localFreshForMs}, ${headlinesFreshForMs}) as fresh, ${siteAudiences} as audiences
      from (select ${site}::uuid as site) w)
    select w.fresh, w.audiences, e.month, e.count
    from w
    left join lateral (
      select to_char(x.at at time zone ${timeZone}, 'YYYY-MM') as month, count(*)::int as count
      from (${ownArchived(any)} union all ${sentArchived(any)}) x
      group by 1
    ) e on true
    order by e.month desc`.execute(db);
  return {
    months: rows.flatMap(({ month, count }) => (month === null ? [] : [{ month, count }])),
    audiences: rows[0]?.audiences ?? [],
    freshForMs: rows[0]?.fresh ?? null,
  };
}
