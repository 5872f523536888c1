import type { Trx } from '@warta/database';
import { findPicturesFor, mediaIdsIn, setMediaUse } from '@warta/media';

/** Tells the library what an overlay uses: its picture, and what its words show. */
export async function noteOverlayMedia(trx: Trx, site: string, headline: string): Promise<void> {
  const overlay = await trx
    .selectFrom('overlay')
    .select('cover')
    .where('site', '=', site)
    .where('headline', '=', headline)
    .executeTakeFirstOrThrow();
  const texts = await trx
    .selectFrom('overlay_text')
    .select(['intro', 'note', 'body'])
    .where('site', '=', site)
    .where('headline', '=', headline)
    .execute();
  const words = texts.map(({ intro, note, body }) => `${intro} ${note} ${body ?? ''}`).join(' ');
  const shown = await findPicturesFor(trx, site, mediaIdsIn(words));
  const { cover } = overlay;
  await setMediaUse(trx, `overlay:${site}/${headline}`, [...(cover ? [cover] : []), ...shown.keys()]);
}
