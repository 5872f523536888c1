import type { Actor } from '@warta/audit';
import type { Database, Trx } from '@warta/database';
import { setMediaUse } from '@warta/media';
import { CATEGORIES } from '@warta/posts';
import { invalid } from '@warta/problems';
import type { Site, SiteChange, ValidateLook } from '@warta/sites';
import { changeSite } from '@warta/sync';

interface Options {
  version?: number | undefined;
  validateLook: ValidateLook;
  /** Runs in the transaction. */
  also?: (trx: Trx, site: Site) => Promise<void>;
}

/**
 * Changes a site; its logo and its large picture count as in use, so that readers are given them.
 * @throws {DomainError} `invalid` for a category of its own that the network has already; as `changeSite`
 */
export async function setSite(
  { db }: Database,
  actor: Actor,
  slug: string,
  change: SiteChange,
  { also, ...options }: Options,
): Promise<Site> {
  refuseNetworkCategories(change.categories ?? []);
  return changeSite(db, actor, slug, change, {
    ...options,
    async also(trx, site) {
      if (change.logo !== undefined || change.hero !== undefined) {
        await setMediaUse(
          trx,
          `site:${site.id}`,
          [site.logo, site.hero].flatMap((id) => id ?? []),
        );
      }
      await also?.(trx, site);
    },
  });
}

/** @throws {DomainError} `invalid`, naming each by `fieldOf` its place in the list */
export function refuseNetworkCategories(
  own: readonly { key: string }[],
  fieldOf = (index: number) => `categories.${index}.key`,
): void {
  const network: readonly string[] = CATEGORIES;
  const taken = own.flatMap(({ key }, index) => (network.includes(key) ? [index] : []));
  if (taken.length === 0) return;
  const wrong = { message: 'is a category of the whole network already', why: 'category.network' };
  throw invalid(...taken.map((index) => ({ field: fieldOf(index), ...wrong })));
}
