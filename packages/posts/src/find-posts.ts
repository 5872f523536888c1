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
