import type { Db } from '@warta/database';
import { sql } from 'kysely';
import type { LockedAlert } from './lock-alert.ts';
import { stateNow } from './lock-alert.ts';
import { sightOf } from './sight-of.ts';

export interface AlertDeliveryItem {
  site: string;
  /** `shown` and `gone` are proven: every node saw the banner, or saw that it is not there. */
  state: 'shown' | 'gone' | 'pending' | 'failed';
  /** The version last seen there on every node; null where none was yet. */
  version: number | null;
  provenAt: Date | null;
  error: string | null;
}

export interface AlertDeliveries {
  version: number;
  state: LockedAlert['state'];
  /** Sites where something is to be seen. */
  total: number;
  proven: number;
  pending: number;
  /** From the call (or the moment it expired) to the last site seen; null while some are pending. */
  provenInMs: number | null;
  items: AlertDeliveryItem[];
}

interface Row {
  site: string;
  included: boolean;
  version: number | null;
  provenAt: Date | null;
  error: string | null;
  settled: boolean;
}

/** Where an alert stands, as it was seen; undefined where none was ever released under this id. */
export async function findAlertDeliveries(db: Db, id: string): Promise<AlertDeliveries | undefined> {
  const head = await db
    .selectFrom('alert')
    .innerJoin('alert_release as r', (join) =>
      join.onRef('r.alert', '=', 'alert.id').onRef('r.version', '=', 'alert.standing'),
    )
    .select(['alert.standing as version', stateNow.as('state'), 'alert.expires_at as expiresAt'])
    .select('r.received_at as receivedAt')
    .where('alert.id', '=', id)
    .executeTakeFirst();
  if (!head?.version) return undefined;
  const isShown = head.state === 'standing';
  const rows = await findRows(db, id, head.version, isShown);
  const proven = rows.filter((row) => row.settled).length;
  const since = head.state === 'expired' && head.expiresAt ? head.expiresAt : head.receivedAt;
  const last = Math.max(0, ...rows.map((row) => row.provenAt?.getTime() ?? 0));
  return {
    ...{ version: head.version, state: head.state, total: rows.length, proven },
    pending: rows.length - proven,
    provenInMs: rows.length > 0 && proven === rows.length ? Math.max(0, last - since.getTime()) : null,
    items: rows.map((row) => toItem(row, isShown)),
  };
}

function toItem({ settled, included, ...row }: Row, isShown: boolean): AlertDeliveryItem {
  const { site, version } = row;
  if (settled) {
    return {
      site,
      version,
      state: isShown && included ? 'shown' : 'gone',
      provenAt: row.provenAt,
      error: null,
    };
  }
  return { site, version, state: row.error ? 'failed' : 'pending', provenAt: null, error: row.error };
}

async function findRows(db: Db, id: string, version: number, isShown: boolean): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with place as (
      select u.site, bool_or(u.included) as included
      from (select x.site, true as included from alert_site x where x.alert = ${id}
        union all select d.site, false from alert_delivery d where d.alert = ${id}) u
      group by u.site),
    sight as (
      select p.site, p.included, n.left_at is null as is_here, d.version, d.seen_at, d.error,
        coalesce(d.version = ${version} and d.shown = (p.included and ${isShown}), false) as settled
      from place p
      join node n on true
      left join lateral (${sightOf({ alert: sql`${id}`, site: sql`p.site`, node: sql`n.name` })}) d on true
      where d.site is not null or (${isShown} and n.left_at is null))
    select s.slug as site, bool_or(g.included) as included,
      min(g.version) filter (where g.is_here or g.settled) as version,
      max(g.seen_at) filter (where g.settled) as "provenAt",
      max(g.error) filter (where g.is_here) as error,
      coalesce(bool_and(g.settled) filter (where g.is_here), bool_or(g.settled), false) as settled
    from sight g cross join lateral (select o.slug from site o where o.id = g.site limit 1) s
    group by s.slug order by s.slug`.execute(db);
  return rows;
}
