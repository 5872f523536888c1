import { type Actor, recordAudit } from '@warta/audit';
import { announceChange, EVERYTHING } from '@warta/changes';
import type { Db, Trx } from '@warta/database';
import { invalid } from '@warta/problems';
import { MINISTRY_SLUG, type Site } from '@warta/sites';
import { type Findable, foundBy } from './found-by.ts';
import { lockMedia } from './lock-media.ts';
import type { MediaChange } from './media-change.ts';
import { type MediaItem, selectItems } from './media-item.ts';
import { findMediaUses } from './media-use.ts';

/** More sites than this are announced as everything: a change has a handful of tags. */
const MOST_TAGS = 8;

/**
 * Changes what is said of a site's picture or document, and leaves what is not given. Covers show it at once;
 * a picture inside a text keeps the words it had when that text was saved.
 * @throws {DomainError} `not-found`; `stale-version`; `invalid` where another site than the ministry shares.
 */
export async function updateMedia(
  db: Db,
  actor: Actor,
  site: Pick<Site, 'id' | 'slug'>,
  id: string,
  version: number,
  change: MediaChange,
): Promise<MediaItem> {
  if (change.shared && site.slug !== MINISTRY_SLUG) {
    throw invalid({ field: 'shared', message: 'only the ministry shares its pictures with all sites' });
  }
  return db.transaction().execute(async (trx) => {
    const before = await lockMedia(trx, site.id, id, version);
    await trx
      .updateTable('media')
      .set({ ...columnsOf(change), found_by: foundBy(said(before, change)), version: version + 1 })
      .where('id', '=', id)
      .execute();
    const after = await selectItems(trx).where('media.id', '=', id).executeTakeFirstOrThrow();
    const entry = { action: 'media.update', subject: `media:${id}`, site: site.id, before, after };
    await recordAudit(trx, actor, entry);
    await announceUses(trx, after);
    return after;
  });
}

function said(before: MediaItem, { alt, caption, credit, title }: MediaChange): Findable {
  return {
    alt: alt ?? before.alt,
    caption: caption ?? before.caption,
    credit: credit ?? before.credit,
    title: title ?? before.title,
  };
}

function columnsOf({ alt, caption, focus, ...plain }: MediaChange) {
  return {
    ...plain,
    ...(alt && { alt: JSON.stringify(alt) }),
    ...(caption && { caption: JSON.stringify(caption) }),
    ...(focus && { focus_x: focus.x, focus_y: focus.y }),
  };
}

/**
 * What a headline shows, or what is shared, may stand on any site, and a site may have a picture of the ministry as
 * its own look; what nothing uses stands nowhere.
 */
async function announceUses(trx: Trx, { id, site, shared }: MediaItem): Promise<void> {
  const uses = await findMediaUses(trx, id);
  if (uses.length === 0) return;
  const everywhere = shared || uses.some((owner) => owner.startsWith('headline:'));
  const tags = new Set([`site:${site}`, ...uses.filter((owner) => owner.startsWith('site:'))]);
  await announceChange(trx, everywhere || tags.size > MOST_TAGS ? [EVERYTHING] : [...tags]);
}
