import { announceChange } from '@warta/changes';
import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { settleLater } from './save-texts.ts';
import { markAnnounced } from './set-post-state.ts';
import { settleShared } from './stand-shared.ts';

const AT_ONCE = 100;
/** Two small partial indexes answer this; it is asked several times a second. */
const isDue = sql<boolean>`post.id in (
  select p.id from post p where not p.announced and p.publish_at <= now() and p.state = 'live'
  union select t.post from text t where t.next_from <= now())`;

/**
 * Announces local posts and further languages whose moment has come. They are visible from that moment
 * whether or not this runs: it tells the nodes not to wait for their pages' own clocks. What the languages share
 * (category, tags, cover, details) follows here, with the text it was saved with.
 * Returns how many posts it announced.
 */
export async function releaseDuePosts(db: Db): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const due = await trx
      .selectFrom('post')
      .select(['id', 'site'])
      .where('kind', '!=', 'headline')
      .where(isDue)
      .orderBy('publish_at')
      .limit(AT_ONCE)
      .forUpdate()
      .skipLocked()
      .execute();
    if (due.length === 0) return 0;
    const ids = due.map((post) => post.id);
    await markAnnounced(trx, ids);
    for (const id of ids) {
      await settleShared(trx, id);
      await settleLater(trx, id);
    }
    const sites = [...new Set(due.map((post) => `site:${post.site}`))];
    await announceChange(trx, sites.length <= 8 ? sites : ['all']);
    return due.length;
  });
}
