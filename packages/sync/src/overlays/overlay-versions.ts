import type { Db } from '@warta/database';
import { sql } from 'kysely';
import type { OverlayContent } from './overlay.ts';

/** One kept state of an overlay, with who made it. */
export interface OverlayVersion {
  version: number;
  content: OverlayContent;
  at: Date;
  by: string;
}

/** Every state that a mission's overlay of a headline has had, the newest first. */
export async function listOverlayVersions(db: Db, site: string, headline: string): Promise<OverlayVersion[]> {
  return db
    .selectFrom('overlay_version as v')
    .leftJoin('person as p', 'p.id', 'v.person')
    .select(['v.version', 'v.created_at as at'])
    .select(sql<OverlayContent>`v.content`.as('content'))
    .select(sql<string>`coalesce(p.name, v.created_by)`.as('by'))
    .where('v.site', '=', site)
    .where('v.headline', '=', headline)
    .orderBy('v.version', 'desc')
    .execute();
}
