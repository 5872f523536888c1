import type { Actor } from '@warta/audit';
import { announceChange } from '@warta/changes';
import type { Db } from '@warta/database';
import { DomainError } from '@warta/problems';
import type { Site } from '@warta/sites';
import { lockTarget } from './lock-target.ts';
import { findOverlay } from './overlay.ts';
import { keepState, type SavedOverlay } from './save-overlay.ts';

/**
 * Says that what a mission has added still fits the version of a headline that was looked at: readers get it
 * without a mark again.
 * @throws {DomainError} `not-found`; `conflict` while it is recalled; `stale-version` where another version stands.
 */
export async function confirmOverlay(
  db: Db,
  actor: Actor,
  site: Site,
  headline: string,
  headlineVersion: number,
): Promise<SavedOverlay> {
  return db.transaction().execute(async (trx) => {
    const { standingVersion } = await lockTarget(trx, site.id, headline);
    if (standingVersion !== headlineVersion) {
      throw new DomainError(
        'stale-version',
        `The headline has changed: version ${standingVersion} stands now.`,
      );
    }
    const before = await findOverlay(trx, site.id, headline);
    await trx
      .updateTable('overlay_text')
      .set({ made_for: headlineVersion })
      .where('site', '=', site.id)
      .where('headline', '=', headline)
      .execute();
    const { version, changed } = await keepState(trx, actor, site.id, headline, before);
    if (changed) await announceChange(trx, [`site:${site.id}`]);
    return { version };
  });
}
