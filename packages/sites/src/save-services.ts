import type { Actor } from '@warta/audit';
import type { Db } from '@warta/database';
import { findServices } from './find-services.ts';
import { type SaveOptions, saveList } from './save-list.ts';
import type { Service } from './services.ts';
import type { Site } from './site.ts';

/**
 * Replaces what a site does for people.
 * @throws {DomainError} `not-found`, `stale-version`.
 */
export async function saveServices(
  db: Db,
  actor: Actor,
  slug: string,
  services: Service[],
  options: SaveOptions,
): Promise<Site> {
  const list = {
    name: 'services' as const,
    items: services,
    find: async (trx: Db, site: string) => (await findServices(trx, site)).services,
    tagsOf: ({ id }: Site) => [`site:${id}`],
  };
  return saveList(db, actor, slug, list, options);
}
