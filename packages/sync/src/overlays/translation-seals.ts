import type { Db } from '@warta/database';
import type { ExpectedText } from '../sightings.ts';

/** A mission's own translation of a headline, by the hashes that a reader gets there. */
export type TranslationSeal = ExpectedText & { headline: string; site: string };

/** The missions' translations of these headlines: each may stand on the home of its own site. */
export async function findTranslationSeals(db: Db, headlines: readonly string[]): Promise<TranslationSeal[]> {
  if (headlines.length === 0) return [];
  const rows = await db
    .selectFrom('overlay_text')
    .select(['headline', 'site', 'locale', 'slug', 'title_hash as titleHash', 'body_hash as bodyHash'])
    .where('headline', 'in', headlines)
    .where('title', 'is not', null)
    .execute();
  return rows as TranslationSeal[]; // a title comes with all of them, by a check of the table
}
