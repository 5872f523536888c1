import type { Db } from '@warta/database';
import { MINISTRY_SLUG } from '@warta/sites';
import { type MediaItem, selectItems } from './media-item.ts';
import { isMediaId } from './rendition-path.ts';

/**
 * Those of these pictures and documents that a text of this site may show, by id: its own and those the ministry
 * shares. The ministry itself may show any, since it takes over what missions offer.
 */
export async function findPicturesFor(
  db: Db,
  site: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MediaItem>> {
  const wanted = [...new Set(ids)].filter(isMediaId);
  if (wanted.length === 0) return new Map();
  const rows = await selectItems(db)
    .where('media.id', 'in', wanted)
    .where((eb) =>
      eb.or([
        eb('media.site', '=', site),
        eb('media.shared', '=', true),
        eb.exists(
          eb
            .selectFrom('site')
            .select('site.id')
            .where('site.id', '=', site)
            .where('slug', '=', MINISTRY_SLUG),
        ),
      ]),
    )
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
