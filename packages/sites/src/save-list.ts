import { type Actor, recordAudit } from '@warta/audit';
import { announceChange } from '@warta/changes';
import type { Db, Trx } from '@warta/database';
import { lockSite } from './lock-site.ts';
import type { Site } from './site.ts';

export interface SaveOptions {
  version: number;
  /** Runs in the transaction. */
  also?: (trx: Trx, site: Site) => Promise<void>;
}

interface SiteList<Item> {
  name: 'holidays' | 'services';
  items: Item[];
  find: (trx: Trx, site: string) => Promise<Item[]>;
  /** Which pages show it. */
  tagsOf: (site: Site) => string[];
}

/**
 * Replaces a list that a site keeps with itself.
 * @throws {DomainError} `not-found`, `stale-version`.
 */
export async function saveList<Item>(
  db: Db,
  actor: Actor,
  slug: string,
  { name, items, find, tagsOf }: SiteList<Item>,
  { version, also }: SaveOptions,
): Promise<Site> {
  return db.transaction().execute(async (trx) => {
    const site = await lockSite(trx, slug, version);
    const before = await find(trx, site.id);
    await trx
      .updateTable('site')
      .set({ [name]: JSON.stringify(items), version: version + 1 })
      .where('id', '=', site.id)
      .execute();
    await recordAudit(trx, actor, {
      ...{ action: `site.${name}`, subject: `site:${slug}`, site: site.id },
      before: { [name]: before },
      after: { [name]: items },
    });
    const saved = { ...site, version: version + 1 };
    await also?.(trx, saved);
    await announceChange(trx, tagsOf(saved));
    return saved;
  });
}
