import type { Db, Trx } from '@warta/database';

/** What uses pictures and documents, named by its kind and id; an overlay by its site and headline. */
export type MediaOwner =
  | `post:${string}`
  | `headline:${string}`
  | `site:${string}`
  | `overlay:${string}/${string}`;

/**
 * Says which pictures and documents an owner uses, all of them: what it used before and is not named is free again.
 * Belongs in the transaction that changes the owner. What is in use cannot be removed.
 */
export async function setMediaUse(trx: Trx, owner: MediaOwner, media: readonly string[]): Promise<void> {
  const used = [...new Set(media)];
  await trx
    .deleteFrom('media_use')
    .where('owner', '=', owner)
    .$if(used.length > 0, (query) => query.where('media', 'not in', used))
    .execute();
  if (used.length === 0) return;
  await trx
    .insertInto('media_use')
    .values(used.map((each) => ({ media: each, owner })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What uses a picture or document. */
export async function findMediaUses(db: Db, media: string): Promise<MediaOwner[]> {
  const rows = await db
    .selectFrom('media_use')
    .select('owner')
    .where('media', '=', media)
    .orderBy('owner')
    .execute();
  return rows.map((row) => row.owner as MediaOwner);
}
