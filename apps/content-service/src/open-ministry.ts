import type { Actor } from '@warta/audit';
import type { Database } from '@warta/database';
import { MINISTRY, MINISTRY_SLUG, type Site, siteInput } from '@warta/sites';
import { openSite } from '@warta/sync';

/** The ministry's own site, which every network has. */
export function openMinistry({ db }: Database, actor: Actor): Promise<Site> {
  return openSite(
    db,
    actor,
    siteInput.parse({
      slug: MINISTRY_SLUG,
      kind: MINISTRY,
      name: { id: 'Kementerian Luar Negeri', en: 'Ministry of Foreign Affairs' },
      fullName: {
        id: 'Kementerian Luar Negeri Republik Indonesia',
        en: 'Ministry of Foreign Affairs of the Republic of Indonesia',
      },
      city: 'Jakarta',
      country: 'ID',
      timezone: 'Asia/Jakarta',
      locales: ['id', 'en'],
      latitude: -6.17,
      longitude: 106.83,
    }),
  );
}
