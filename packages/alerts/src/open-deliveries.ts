import type { Trx } from '@warta/database';
import { sql } from 'kysely';

/**
 * Makes the ledger's rows of an alert: one for each site it is for and each web node that must see it there. Rows
 * that exist are to be looked at anew, those of sites that it is for no more as well.
 */
export async function openAlertDeliveries(trx: Trx, alert: string): Promise<void> {
  await sql`
    insert into alert_delivery (alert, site, node)
    select x.alert, x.site, n.name
    from alert_site x cross join node n
    where x.alert = ${alert} and n.left_at is null
    on conflict do nothing`.execute(trx);
  await sql`update alert_delivery set settled = false where alert = ${alert}`.execute(trx);
}
