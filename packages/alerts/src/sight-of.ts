import { type RawBuilder, sql } from 'kysely';

/**
 * What a node last saw of an alert on a site: one row by its whole key, which the limit holds the planner to. Without
 * statistics, as on the embedded database, it would join by the alert alone and read all sites for each site.
 */
export function sightOf({
  alert,
  site,
  node,
}: Record<'alert' | 'site' | 'node', RawBuilder<unknown>>): RawBuilder<unknown> {
  return sql`select x.* from alert_delivery x
    where x.alert = ${alert} and x.site = ${site} and x.node = ${node} limit 1`;
}
