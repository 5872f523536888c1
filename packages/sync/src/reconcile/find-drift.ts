import type { Db } from '@warta/database';
import { findTampered } from '@warta/posts';
import { findAudienceDrift } from './audience-drift.ts';
import { type Drift, drift } from './drift.ts';
import { findHeadlineDrift } from './headline-drift.ts';
import { findLedgerDrift } from './ledger-drift.ts';

/**
 * Compares what the database holds with itself: audiences with their rules, headlines with their immutable versions,
 * texts with their hashes, and the ledger with all of that. Nothing is changed. What changes
 * meanwhile may look wrong: ask twice, and believe what is said twice.
 */
export async function findDrift(db: Db): Promise<Drift[]> {
  return [
    ...(await findAudienceDrift(db)),
    ...(await findHeadlineDrift(db)),
    ...(await findTamperedWords(db)),
    ...(await findLedgerDrift(db)),
  ];
}

async function findTamperedWords(db: Db): Promise<Drift[]> {
  const tampered = await findTampered(db);
  if (tampered.length === 0) return [];
  const headlines = await db.selectFrom('headline').select(['post', 'number']).execute();
  const numberOf = new Map(headlines.map(({ post, number }) => [post, number]));
  return tampered.map(({ post, locale, part }) =>
    drift('tampered', `the ${part} in ${locale} is not what was published; correct the headline`, {
      ...{ headline: post, number: numberOf.get(post) ?? null, repairable: false },
    }),
  );
}
