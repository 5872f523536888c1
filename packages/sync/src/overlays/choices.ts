import type { Trx } from '@warta/database';
import { findMediaItem } from '@warta/media';
import { DomainError, invalid } from '@warta/problems';
import { sql } from 'kysely';
import type { Obligation } from '../headline-input.ts';
import type { OverlayInput } from './overlay-input.ts';

const CHOICES = { taken: 'optional', hidden: 'recommended' } as const;

/** @throws {DomainError} `conflict` where the obligation of a headline leaves no such choice */
export function refuseNoChoice(obligation: Obligation, input: OverlayInput): void {
  for (const [field, choice] of Object.entries(CHOICES)) {
    if (input[field as keyof typeof CHOICES] === undefined || obligation === choice) continue;
    throw new DomainError('conflict', `This headline is ${obligation}.`, [
      { field, message: `only ${choice} headlines can be ${field}` },
    ]);
  }
}

/** @throws {DomainError} `invalid` for what is no picture of the mission's or of those that the ministry shares */
export async function refuseOthersPicture(
  trx: Trx,
  site: string,
  cover: string | null | undefined,
): Promise<void> {
  if (!cover) return;
  const item = await findMediaItem(trx, site, cover);
  if (item?.kind === 'picture') return;
  throw invalid({ field: 'cover', message: 'there is no such picture in this library' });
}

/** @throws {DomainError} `invalid` for a moment that is over, by the database's clock */
export async function refuseOverPin(trx: Trx, until: Date | null | undefined): Promise<void> {
  if (!until) return;
  const { rows } = await sql<{ over: boolean }>`select ${until}::timestamptz <= now() as over`.execute(trx);
  if (!rows[0]?.over) return;
  throw invalid({ field: 'pinnedUntil', message: 'is over already', why: 'passed' });
}
