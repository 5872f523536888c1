import type { Db } from '@warta/database';
import { sql } from 'kysely';

/** A post as its owner sees it, public or not yet. */
export interface Post {
  id: string;
  publishAt: Date;
  locales: string[];
}

/** A post of this site; another site's is not found. */
export async function findPost(db: Db, site: string, id: string): Promise<Post | undefined> {
  return db
    .selectFrom('post')
    .select(['post.id', 'post.publish_at as publishAt'])
    .select(
      sql<string[]>`array(select t.locale from text t where t.post = post.id order by t.locale)`.as(
        'locales',
      ),
    )
    .where('post.id', '=', id)
    .where('post.site', '=', site)
    .where('post.kind', '!=', 'headline')
    .executeTakeFirst();
}

/** Whether readers can see something with this picture now: one that nothing public uses is not served. */
export async function isPictureUsed(db: Db, media: string): Promise<boolean> {
  const row = await db
    .selectFrom('post')
    .select('id')
    .where((eb) => eb.or([eb('cover', '=', media), shownIn(media)]))
    .where('state', '=', 'live')
    .where('binned_at', 'is', null)
    .where('publish_at', '<=', sql<Date>`now()`)
    .executeTakeFirst();
  return row !== undefined;
}

/** Two containments that one small index answers. */
const shownIn = (media: string) => sql<boolean>`kind in ('gallery', 'video') and (
  details @> ${JSON.stringify({ pictures: [{ media }] })}::jsonb
  or details @> ${JSON.stringify({ poster: media })}::jsonb)`;
