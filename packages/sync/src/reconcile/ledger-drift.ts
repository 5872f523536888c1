import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { type Drift, drift } from './drift.ts';

interface Row {
  headline: string;
  number: number;
  site: string;
  node: string;
  version: number | null;
}

/**
 * Rows that the ledger must have and has not, and versions it says were seen that there are not. A node that joined
 * later need not have looked at what others have proven.
 */
export async function findLedgerDrift(db: Db): Promise<Drift[]> {
  const missing = await sql<Row>`
    select h.post as headline, h.number, s.slug as site, n.name as node, null as version
    from standing_headline h
    join headline_version v on v.post = h.post and v.version = h.standing_version
    join audience_site a on a.audience = h.audience and a.site <> h.origin
      and (h.stands_until is null or a.since <= h.stands_until)
    join site s on s.id = a.site
    join node n on n.left_at is null
    where not exists (
        select from delivery d where d.headline = h.post and d.site = a.site and d.node = n.name)
      and (n.started_at <= greatest(v.received_at, a.since) or not exists (
        select from delivery d
        where d.headline = h.post and d.site = a.site and d.version = h.standing_version))
    order by h.number, s.slug`.execute(db);
  const unheard = await sql<Row>`
    select h.post as headline, h.number, s.slug as site, d.node, d.version
    from delivery d
    join headline h on h.post = d.headline
    join site s on s.id = d.site
    where d.version > h.latest or d.version < 1 or (d.version is not null and d.seen_at is null)
    order by h.number, s.slug`.execute(db);
  return [
    ...missing.rows.map((row) =>
      drift('ledger', `the ledger has no row for the node ${row.node}`, about(row)),
    ),
    ...unheard.rows.map((row) =>
      drift(
        'ledger',
        `the ledger says that ${row.node} saw version ${row.version}, which cannot be`,
        about(row),
      ),
    ),
  ];
}

const about = ({ headline, number, site }: Row) => ({ headline, number, site });
