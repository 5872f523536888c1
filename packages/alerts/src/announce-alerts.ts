import { announceChange, EVERYTHING } from '@warta/changes';
import type { Trx } from '@warta/database';
import { ALERTS } from './alert-content.ts';
import type { Alert } from './find-alerts.ts';

/** Runs in the transaction of a release or an end, and says which pages change by it besides. */
export type AlsoChanges = (trx: Trx, alert: Alert) => Promise<readonly string[] | undefined>;

const MOST_TAGS = 7;

/** Announces a change of alerts, and of what has changed with it. */
export async function announceAlerts(trx: Trx, tags: readonly string[] = []): Promise<void> {
  await announceChange(trx, [ALERTS, ...(tags.length <= MOST_TAGS ? tags : [EVERYTHING])]);
}
