import type { Db } from '@warta/database';
import { sql } from 'kysely';

/** On how many missions of its audience a headline was seen to stand as it must. */
export interface LiveCount {
  headline: string;
  total: number;
  live: number;
}

/** The same sums as a board's, for many headlines in one query. */
export async function countLive(db: Db, headlines: readonly string[]): Promise<Map<string, LiveCount>> {
  const { rows } = await sql<LiveCount>`
    select h.post as headline, count(*)::int as total, (count(*) filter (where s.settled))::int as live
    from standing_headline h
    join audience_site a on a.audience = h.audience and a.site <> h.origin
      and (h.stands_until is null or a.since <= h.stands_until)
    cross join lateral (
      select coalesce(
        bool_and(coalesce(d.version = h.standing_version, false)) filter (where n.left_at is null),
        bool_or(d.version = h.standing_version), false) as settled
      from delivery d join node n on n.name = d.node
      where d.headline = h.post and d.site = a.site) s
    where h.post = any(${[...headlines]}::uuid[])
    group by h.post`.execute(db);
  return new Map(rows.map((row) => [row.headline, row]));
}
