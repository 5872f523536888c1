import { rm } from 'node:fs/promises';
import { type Actor, recordAudit } from '@warta/audit';
import type { Db } from '@warta/database';
import { DomainError } from '@warta/problems';
import { lockMedia } from './lock-media.ts';
import { findMediaUses } from './media-use.ts';
import { mediaFolder } from './rendition-path.ts';

/**
 * Removes a site's picture or document that nothing uses, and its files once that is certain: a process that ends
 * in between leaves files without a row, which `sweepMedia` finds.
 * @throws {DomainError} `not-found`; `stale-version`; `conflict` with one error for each use, `uses` being its field
 * and the owner its message.
 */
export async function removeMedia(
  db: Db,
  actor: Actor,
  { mediaDir, site, id, version }: { mediaDir: string; site: string; id: string; version: number },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await lockMedia(trx, site, id, version);
    const uses = await findMediaUses(trx, id);
    if (uses.length > 0) {
      const errors = uses.map((owner) => ({ field: 'uses', message: owner }));
      throw new DomainError('conflict', `It is in use and cannot be removed: ${uses.join(', ')}.`, errors);
    }
    await trx.deleteFrom('media').where('id', '=', id).execute();
    await recordAudit(trx, actor, { action: 'media.remove', subject: `media:${id}`, site, before });
  });
  await rm(mediaFolder(mediaDir, id), { recursive: true, force: true });
}
