import type { Actor } from '@warta/audit';
import type { Database } from '@warta/database';
import { storePicture } from '@warta/media';
import { findSite, type Holiday, holidaysInput, saveHolidays } from '@warta/sites';
import type { Config } from '../config.ts';
import { setSite } from '../set-site.ts';
import { daybreak, rosette } from './pictures/site-looks.ts';

/** The sites that show what a head of site can set. None has accounts elsewhere: any name might be somebody's. */
const SITES = ['tokyo', 'cairo', 'wellington'];

/** At a name that RFC 2606 keeps for examples. */
const LINK = {
  label: {
    id: 'Contoh tautan keluar',
    en: 'A sample link elsewhere',
    ja: '外部リンクの例',
    ar: 'مثال لرابط خارجي',
  },
  address: 'https://www.example.org/',
};

/** Holidays of Indonesia that fall on the same day every year. */
const HOLIDAYS = {
  '01-01': { id: 'Tahun Baru', en: 'New Year’s Day' },
  '06-01': { id: 'Hari Lahir Pancasila', en: 'Pancasila Day' },
  '08-17': { id: 'Hari Kemerdekaan', en: 'Independence Day' },
  '12-25': { id: 'Hari Natal', en: 'Christmas Day' },
};

/** Gives some sites an emblem and a large picture drawn by us, a link and the holidays to come. */
export async function giveLooks(config: Config, database: Database, actor: Actor): Promise<void> {
  const { db } = database;
  for (const slug of SITES) {
    const site = await findSite(db, slug);
    if (!site) continue;
    const [logo, hero] = await Promise.all(
      [rosette, daybreak].map(({ svg, alt }) => {
        const upload = { mediaDir: config.mediaDir, site: site.id, source: Buffer.from(svg), alt };
        return storePicture(db, actor, { ...upload, trusted: true });
      }),
    );
    const look = { logo: logo?.id ?? null, hero: hero?.id ?? null, menu: [LINK] };
    const { version } = await setSite(database, actor, slug, look, { validateLook: async () => [] });
    await saveHolidays(db, actor, slug, comingHolidays(new Date()), { version });
  }
}

function comingHolidays(now: Date): Holiday[] {
  const today = now.toISOString().slice(0, 10);
  const year = now.getUTCFullYear();
  const days = Object.entries(HOLIDAYS).map(([day, name]) => {
    const date = `${year}-${day}`;
    return { date: date >= today ? date : `${year + 1}-${day}`, name };
  });
  return holidaysInput.parse(days);
}
