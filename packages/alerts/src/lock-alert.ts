import type { Trx } from '@warta/database';
import { DomainError } from '@warta/problems';
import { sql } from 'kysely';

/** An alert's row, locked for a change. */
export interface LockedAlert {
  id: string;
  number: number;
  practice: boolean;
  version: number;
  standing: number | null;
  draft: number | null;
  /** By the database's clock: one whose time is over has expired, whether or not that was announced. */
  state: 'draft' | 'standing' | 'cancelled' | 'expired' | 'discarded';
  expires_at: Date | null;
  now: Date;
}

/**
 * Takes the alert for a change, so that two changes follow each other.
 * @throws {DomainError} `not-found`; `stale-version` when `expected` is not its latest version.
 */
export async function lockAlert(trx: Trx, id: string, expected?: number): Promise<LockedAlert> {
  const alert = await trx
    .selectFrom('alert')
    .select(['id', 'number', 'practice', 'version', 'standing', 'draft', 'expires_at'])
    .select([sql<Date>`now()`.as('now'), stateNow.as('state')])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!alert) throw new DomainError('not-found', 'There is no such alert.');
  if (expected !== undefined && expected !== alert.version) {
    throw new DomainError('stale-version', `The alert has changed: its version is now ${alert.version}.`, [
      { field: 'If-Match', message: `was "${expected}", the version is "${alert.version}"` },
    ]);
  }
  return alert;
}

/** @throws {DomainError} `conflict` for an alert that is over. */
export function refuseOver({ state }: Pick<LockedAlert, 'state'>): void {
  if (state === 'draft' || state === 'standing') return;
  throw new DomainError('conflict', `The alert is ${state}; write a new one.`);
}

/** The state by the database's clock. */
export const stateNow = sql<LockedAlert['state']>`
  case when alert.state = 'standing' and alert.expires_at <= now() then 'expired' else alert.state end`;
