import type { Db } from '@warta/database';
import { invalid } from '@warta/problems';

/**
 * The mission a headline is owed to, by its slug; null where it is nobody's.
 * @throws {DomainError} `invalid` when there is no such site
 */
export async function findCredit(db: Db, slug: string | undefined): Promise<string | null> {
  if (slug === undefined) return null;
  const site = await db.selectFrom('site').select('id').where('slug', '=', slug).executeTakeFirst();
  if (!site) throw invalid({ field: 'credit', message: `there is no mission ${slug}`, why: 'choose' });
  return site.id;
}
