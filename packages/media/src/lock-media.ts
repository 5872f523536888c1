import type { Trx } from '@warta/database';
import { DomainError } from '@warta/problems';
import { type MediaItem, selectItems } from './media-item.ts';
import { isMediaId } from './rendition-path.ts';

/**
 * A site's own picture or document, held until the transaction ends.
 * @throws {DomainError} `not-found`, also for another site's; `stale-version` where it was changed meanwhile.
 */
export async function lockMedia(trx: Trx, site: string, id: string, version: number): Promise<MediaItem> {
  const item = isMediaId(id)
    ? await selectItems(trx)
        .where('media.id', '=', id)
        .where('media.site', '=', site)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!item) throw new DomainError('not-found', 'There is no such picture or document in this library.');
  if (item.version !== version) {
    throw new DomainError('stale-version', `It has changed: its version is now ${item.version}.`);
  }
  return item;
}
