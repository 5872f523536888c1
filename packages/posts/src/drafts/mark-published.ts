import type { Trx } from '@warta/database';
import { sql } from 'kysely';
import type { Draft } from './find-drafts.ts';

/** Notes at the desk that this revision is approved and is what readers get, at once or at its moment. */
export async function markPublished(
  trx: Trx,
  { post, locale, revision }: Pick<Draft, 'post' | 'locale' | 'revision'>,
): Promise<void> {
  const values = { state: 'published' as const, approved: revision, changed_at: sql<Date>`now()` };
  await trx
    .insertInto('draft')
    .values({ post, locale, revision, ...values })
    .onConflict((conflict) => conflict.columns(['post', 'locale']).doUpdateSet(values))
    .execute();
}
