import type { Db } from '@warta/database';

/** A post or headline as the library of pictures names it. */
export interface MediaOwnerPost {
  id: string;
  /** The site's id. */
  site: string;
  title: string;
  /** The language of the title; null where nothing was written yet. */
  locale: string | null;
}

/** What these posts and headlines are called, by id: each by the title that was saved last. */
export async function findMediaOwners(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MediaOwnerPost>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('post')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('revision')
          .select(['revision.title', 'revision.locale'])
          .whereRef('revision.post', '=', 'post.id')
          .orderBy('revision.created_at', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['post.id', 'post.site', 'last.title', 'last.locale'])
    .where('post.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, { ...row, title: row.title ?? '' }]));
}
