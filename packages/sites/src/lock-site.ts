import type { Trx } from '@warta/database';
import { DomainError } from '@warta/problems';
import { findSite } from './find-sites.ts';
import type { Site } from './site.ts';

/**
 * A site that nobody else changes until the transaction ends.
 * @throws {DomainError} `not-found`; `stale-version` when `version` is given and is not the site's.
 */
export async function lockSite(trx: Trx, slug: string, version?: number): Promise<Site> {
  await trx.selectFrom('site').select('id').where('slug', '=', slug).forUpdate().execute();
  const site = await findSite(trx, slug);
  if (!site) throw new DomainError('not-found', `There is no site ${slug}.`);
  if (version !== undefined) refuseStale(site, version);
  return site;
}

/** @throws {DomainError} `stale-version` when the site has another version. */
export function refuseStale(site: Pick<Site, 'slug' | 'version'>, version: number): void {
  if (site.version === version) return;
  throw new DomainError(
    'stale-version',
    `The site ${site.slug} has changed: its version is now ${site.version}.`,
  );
}
