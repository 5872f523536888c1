import { ensureTemplates } from '@warta/alerts';
import type { Actor } from '@warta/audit';
import type { Database } from '@warta/database';
import { findSite, PRACTICE, PRACTICE_SLUG, siteInput } from '@warta/sites';
import { openSite } from '@warta/sync';

/** What a network must have before its first bad day: words for alerts, and a site to practise on. */
export async function prepareForCrises({ db }: Database, actor: Actor): Promise<void> {
  await ensureTemplates(db, actor);
  if (await findSite(db, PRACTICE_SLUG)) return;
  await openSite(
    db,
    actor,
    siteInput.parse({
      slug: PRACTICE_SLUG,
      kind: PRACTICE,
      name: { id: 'Situs latihan', en: 'Practice site' },
      fullName: { id: 'Situs latihan Kementerian Luar Negeri', en: 'Practice site of the Ministry' },
      city: 'Jakarta',
      country: 'ID',
      timezone: 'Asia/Jakarta',
      locales: ['id', 'en'],
    }),
  );
}
