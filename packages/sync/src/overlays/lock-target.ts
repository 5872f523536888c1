import type { Trx } from '@warta/database';
import { DomainError } from '@warta/problems';
import { sql } from 'kysely';
import type { Obligation } from '../headline-input.ts';

/** The headline that an overlay is for. */
export interface OverlayTarget {
  number: number;
  obligation: Obligation;
  standingVersion: number;
  latest: number;
  /** The languages that the ministry has provided. */
  locales: string[];
}

/**
 * Holds a mission's overlay of a headline until the transaction ends, and makes its row where there is none.
 * @throws {DomainError} `not-found` where the headline is not for this site; `conflict` while it is recalled.
 */
export async function lockTarget(trx: Trx, site: string, headline: string): Promise<OverlayTarget> {
  const row = await trx
    .selectFrom('standing_headline as h')
    .innerJoin('audience_site as a', 'a.audience', 'h.audience')
    .select(['h.number', 'h.obligation', 'h.standing_version as standingVersion', 'h.latest', 'h.state'])
    .select(sql<string[]>`array(select t.locale from standing_text t where t.post = h.post)`.as('locales'))
    .where('h.post', '=', headline)
    .where('a.site', '=', site)
    .whereRef('h.origin', '!=', 'a.site')
    .where((eb) => eb.or([eb('h.stands_until', 'is', null), eb('a.since', '<=', eb.ref('h.stands_until'))]))
    .executeTakeFirst();
  if (!row) throw new DomainError('not-found', 'There is no such headline for this site.');
  const { state, ...target } = row;
  if (state === 'recalled') {
    throw new DomainError('conflict', 'This headline is recalled: what was added to it waits unchanged.');
  }
  await trx
    .insertInto('overlay')
    .values({ site, headline, version: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .selectFrom('overlay')
    .select('version')
    .where('site', '=', site)
    .where('headline', '=', headline)
    .forUpdate()
    .execute();
  return target;
}
