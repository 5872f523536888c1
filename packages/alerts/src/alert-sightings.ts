import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { findAlertDeliveries } from './alert-deliveries.ts';
import { sightOf } from './sight-of.ts';

/** What must be seen of one alert on one site, by one node. */
export interface AlertExpectation {
  alert: string;
  number: number;
  version: number;
  site: string;
  siteSlug: string;
  siteHost: string | null;
  siteLocales: string[];
  /** `shown`: the banner says this version; `absent`: no banner of this alert is there. */
  expect: 'shown' | 'absent';
}

const AT_ONCE = 20_000;
/** By the database's clock. */
const stands = sql`(a.state = 'standing' and a.expires_at > now())`;

/**
 * What this node has yet to see: the banner of each alert that stands, on each of its sites as they are now, and its
 * absence where it stood and is over, or where a site is in its area no more.
 */
export async function findUnseenAlerts(db: Db, node: string): Promise<AlertExpectation[]> {
  const { rows } = await sql<AlertExpectation>`
    with wanted as (
      select x.alert, x.site, true as shown
      from alert a join alert_site x on x.alert = a.id
      where ${stands}
      union all
      select d.alert, d.site, false
      from alert_delivery d join alert a on a.id = d.alert
      where d.node = ${node} and not d.settled and not ${stands} and a.standing is not null
      union all
      select d.alert, d.site, false
      from alert a join alert_delivery d on d.alert = a.id and d.node = ${node}
      where ${stands} and not exists (
        select from alert_site x where x.alert = a.id and x.site = d.site limit 1))
    select a.id as alert, a.number, a.standing as version,
      s.id as site, s.slug as "siteSlug", s.host as "siteHost", s.locales as "siteLocales",
      case when w.shown then 'shown' else 'absent' end as expect
    from wanted w
    join alert a on a.id = w.alert
    join site s on s.id = w.site
    left join lateral (${sightOf({ alert: sql`w.alert`, site: sql`w.site`, node: sql`${node}` })}) d on true
    where d.version is distinct from a.standing or d.shown is distinct from w.shown
    limit ${AT_ONCE}`.execute(db);
  return rows;
}

export interface AlertSighting {
  alert: string;
  site: string;
  version: number;
  /** Whether the banner was there; where it must not be, its absence is what is seen. */
  shown: boolean;
  /** What was wrong; absent where all was as it must be. */
  error?: string;
}

/** Writes down what a node saw, many at once. A wrong sight keeps the old version and says what was wrong. */
export async function recordAlertSightings(
  db: Db,
  node: string,
  sightings: readonly AlertSighting[],
): Promise<void> {
  if (sightings.length === 0) return;
  const alerts = sightings.map(({ alert }) => alert);
  const sites = sightings.map(({ site }) => site);
  const versions = sightings.map(({ version, error }) => (error ? null : version));
  const shown = sightings.map(({ shown, error }) => (error ? null : shown));
  const errors = sightings.map(({ error }) => error ?? null);
  await sql`
    insert into alert_delivery as d (alert, site, node, version, shown, settled, seen_at, error)
    select w.alert, w.site, ${node}, w.version, w.shown,
      coalesce(w.version = a.standing and w.shown = (${stands} and
        exists (select from alert_site x where x.alert = a.id and x.site = w.site)), false),
      case when w.version is not null then clock_timestamp() end, w.error
    from unnest(${alerts}::uuid[], ${sites}::uuid[], ${versions}::int[], ${shown}::boolean[], ${errors}::text[])
      as w(alert, site, version, shown, error)
    join alert a on a.id = w.alert
    on conflict (alert, site, node) do update set
      version = coalesce(excluded.version, d.version),
      shown = coalesce(excluded.shown, d.shown),
      settled = excluded.settled,
      seen_at = coalesce(excluded.seen_at, d.seen_at),
      error = excluded.error`.execute(db);
  for (const alert of new Set(alerts)) await noteProof(db, alert);
}

/** Keeps how long a version took, once it was seen everywhere: what comes later looks at it anew. */
async function noteProof(db: Db, alert: string): Promise<void> {
  const { version, total, provenInMs, state } = (await findAlertDeliveries(db, alert)) ?? {};
  // What has run out was proven while it stood.
  if (version === undefined || total === undefined || provenInMs == null || state === 'expired') return;
  await db
    .insertInto('alert_proof')
    .values({ alert, version, sites: total, proven_in_ms: provenInMs })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
