import type { Trx } from '@warta/database';
import { sql } from 'kysely';

/** Lets a post stand or withdraws it; with `publishAt`, its moment is moved, and it takes its place by that. */
export async function setPostState(
  trx: Trx,
  post: string,
  state: 'live' | 'withdrawn',
  publishAt?: Date,
): Promise<void> {
  const moved = publishAt && {
    publish_at: publishAt,
    sort_at: publishAt,
    announced: sql<boolean>`${publishAt}::timestamptz <= now()`,
  };
  await trx
    .updateTable('post')
    .set({ state, withdrawn_at: state === 'withdrawn' ? sql<Date>`now()` : null, ...moved })
    .where('id', '=', post)
    .execute();
}

/** Marks a post whose moment has come as announced. */
export async function markAnnounced(trx: Trx, posts: readonly string[]): Promise<void> {
  if (posts.length === 0) return;
  await trx.updateTable('post').set({ announced: true }).where('id', 'in', posts).execute();
}

/** Gives a post another category, other tags or another cover; what is not given stays. */
export async function sortPost(
  trx: Trx,
  post: string,
  {
    category,
    tags,
    cover,
  }: { category?: string | null | undefined; tags?: string[] | undefined; cover?: string | null },
): Promise<void> {
  if (category === undefined && tags === undefined && cover === undefined) return;
  await trx
    .updateTable('post')
    .set({
      ...(category !== undefined && { category }),
      ...(tags && { tags }),
      ...(cover !== undefined && { cover }),
    })
    .where('id', '=', post)
    .execute();
}
