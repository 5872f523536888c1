import { announceChange } from '@warta/changes';
import type { Db } from '@warta/database';
import { markAnnounced, settleLater } from '@warta/posts';
import { sql } from 'kysely';
import { openDeliveries } from './deliveries.ts';
import { takeDueWave } from './waves.ts';

/**
 * Announces the next headline or correction whose moment has come, so that nodes drop their pages and the
 * probe goes to look. Readers see it from its moment on whether or not this runs. Returns whether there was one.
 */
export async function releaseDueHeadline(db: Db): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const due = await trx
      .selectFrom('headline as h')
      .innerJoin('post as p', 'p.id', 'h.post')
      .select(['h.post', 'h.audience', 'h.origin'])
      .where(isDue)
      .orderBy('h.number')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!due) return false;
    await markAnnounced(trx, [due.post]);
    await settleLater(trx, due.post);
    await trx
      .updateTable('headline')
      .set((eb) => ({ version: eb.ref('next_version').$notNull(), next_version: null, next_from: null }))
      .where('post', '=', due.post)
      .where('next_from', '<=', sql<Date>`now()`)
      .execute();
    await openDeliveries(trx, due.post); // for nodes that have joined since it was set for later
    await announceChange(trx, [`audience:${due.audience}`, `headline:${due.post}`, `site:${due.origin}`]);
    return true;
  });
}

const isDue = sql<boolean>`h.post in (
  select q.id from post q where not q.announced and q.publish_at <= now() and q.kind = 'headline'
  union select g.post from headline g where g.next_from <= now())`;

/**
 * Announces the next headline that has reached the morning of some missions, so that nodes drop their pages and the
 * probe goes to look. Returns whether there was one.
 */
export async function releaseDueWave(db: Db): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const post = await takeDueWave(trx);
    if (post === undefined) return false;
    const { audience } = await trx
      .selectFrom('headline')
      .select('audience')
      .where('post', '=', post)
      .executeTakeFirstOrThrow();
    await announceChange(trx, [`audience:${audience}`, `headline:${post}`]);
    return true;
  });
}
