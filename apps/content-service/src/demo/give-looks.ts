import type { Actor } from '@warta/audit';
import type { Database } from '@warta/database';
import { storePicture, updateMedia } from '@warta/media';
import { type Holiday, holidaysInput, type Site, saveHolidays } from '@warta/sites';
import type { Config } from '../config.ts';
import { setSite } from '../set-site.ts';
import type { Drawing } from './pictures/draw-picture.ts';
import { daybreak, rosette } from './pictures/site-looks.ts';

type Look = Pick<Site, 'logo' | 'hero'>;

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

/** Draws the emblem and the large picture and keeps them once, with the ministry, for all sites to use. */
export async function drawLooks(
  config: Config,
  { db }: Database,
  actor: Actor,
  ministry: Site,
): Promise<Look> {
  const { mediaDir } = config;
  const keep = async ({ svg, alt }: Drawing) => {
    const upload = { mediaDir, site: ministry.id, source: Buffer.from(svg), alt, trusted: true };
    const { id } = await storePicture(db, actor, upload);
    await updateMedia(db, actor, ministry, id, 1, { shared: true });
    return id;
  };
  return { logo: await keep(rosette), hero: await keep(daybreak) };
}

/** Gives some sites that look, a link in the menu and the holidays to come. */
export async function giveLooks(database: Database, actor: Actor, look: Look): Promise<void> {
  for (const slug of SITES) {
    const change = { ...look, menu: [LINK] };
    const { version } = await setSite(database, actor, slug, change, { validateLook: async () => [] });
    await saveHolidays(database.db, actor, slug, comingHolidays(new Date()), { version });
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
