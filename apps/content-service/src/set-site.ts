import type { Actor } from '@warta/audit';
import type { Database, Trx } from '@warta/database';
import { setMediaUse } from '@warta/media';
import type { Site, SiteChange, ValidateLook } from '@warta/sites';
import { changeSite } from '@warta/sync';

interface Options {
  version?: number | undefined;
  validateLook: ValidateLook;
  /** Runs in the transaction. */
  also?: (trx: Trx, site: Site) => Promise<void>;
}

/** Changes a site; its logo and its large picture count as in use, so that readers are given them. */
export async function setSite(
  { db }: Database,
  actor: Actor,
  slug: string,
  change: SiteChange,
  { also, ...options }: Options,
): Promise<Site> {
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
