import type { Db, Trx } from '@warta/database';
import { DomainError } from '@warta/problems';
import { findSitesById, type Site } from '@warta/sites';
import { sql } from 'kysely';

/** A headline's row, locked for a change. */
export interface LockedHeadline {
  post: string;
  number: number;
  origin: string;
  audience: string;
  obligation: string;
  state: 'live' | 'recalled';
  version: number;
  latest: number;
  publish_at: Date;
  pinned_until: Date | null;
  wave_at: string | null;
  /** The database's clock, which decides what is to come. */
  now: Date;
  /** Whether its moment is still to come. */
  embargoed: boolean;
}

/**
 * Takes the headline for a change, so that two changes follow each other.
 * @throws {DomainError} `not-found`; `stale-version` when `expected` is not its latest version.
 */
export async function lockHeadline(trx: Trx, id: string, expected?: number): Promise<LockedHeadline> {
  const headline = await trx
    .selectFrom('headline')
    .select(['post', 'number', 'origin', 'audience', 'obligation', 'state', 'version', 'latest'])
    .select(['publish_at', 'pinned_until', 'wave_at'])
    .select([sql<Date>`now()`.as('now'), sql<boolean>`publish_at > now()`.as('embargoed')])
    .where('post', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!headline) throw new DomainError('not-found', 'There is no such headline.');
  if (expected !== undefined && expected !== headline.latest) {
    throw new DomainError(
      'stale-version',
      `The headline has changed: its version is now ${headline.latest}.`,
      [{ field: 'If-Match', message: `was "${expected}", the version is "${headline.latest}"` }],
    );
  }
  return headline;
}

/**
 * The site a headline comes from.
 * @throws {DomainError} `not-found`.
 */
export async function findOrigin(db: Db, id: string): Promise<Site> {
  const headline = await db.selectFrom('headline').select('origin').where('post', '=', id).executeTakeFirst();
  const [site] = headline ? await findSitesById(db, [headline.origin]) : [];
  if (!site) throw new DomainError('not-found', 'There is no such headline.');
  return site;
}

/** The tags of the pages a change of this headline touches; `formerly` is the audience it had before. */
export function tagsOf(headline: LockedHeadline, formerly?: string): string[] {
  return [
    `audience:${headline.audience}`,
    ...(formerly ? [`audience:${formerly}`] : []),
    `headline:${headline.post}`,
    `site:${headline.origin}`,
  ];
}
