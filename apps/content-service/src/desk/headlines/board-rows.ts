import { countryName } from '@warta/languages';
import { inLanguage, type Site } from '@warta/sites';
import type { Deliveries, DeliveryItem, Reception } from '@warta/sync';
import { type Place, worldMap } from '../../world-map.ts';
import type { DeskLanguage } from '../frame/words.ts';

/** How a state looks: what is wrong, what waits, what stands as it must, and what is meant not to be seen. */
export type Tone = 'wrong' | 'waits' | 'ok' | 'off';

/** One mission on the board. */
export interface BoardRow extends DeliveryItem {
  name: string;
  country: string;
  region: string;
  zone: string;
  tone: Tone;
  place: Place | null;
  /** What its people have done with it; null where nobody has opened it and nobody asks. */
  reception: Reception | null;
  /** It was to be acknowledged by now, and is not. */
  overdue: boolean;
}

const TONES: Record<DeliveryItem['state'], Tone> = {
  failed: 'wrong',
  pending: 'waits',
  withdrawn: 'off',
  scheduled: 'off',
  offered: 'off',
  hidden: 'off',
  recalled: 'ok',
  live: 'ok',
};
const STATES = Object.keys(TONES) as DeliveryItem['state'][];

interface Known {
  sites: readonly Site[];
  receptions: readonly Reception[];
}

/** The missions of a board, trouble first, then by name. */
export async function boardRows(
  { items }: Deliveries,
  { sites, receptions }: Known,
  lang: DeskLanguage,
): Promise<BoardRow[]> {
  const { placeOf } = await worldMap();
  const siteOf = new Map(sites.map((site) => [site.slug, site]));
  const receptionOf = new Map(receptions.map((reception) => [reception.site, reception]));
  const rows = items.flatMap((item) => {
    const site = siteOf.get(item.site);
    return site ? [rowOf(item, site, receptionOf.get(item.site) ?? null, lang, placeOf)] : [];
  });
  const rank = (row: BoardRow) => (row.overdue ? 1.5 : STATES.indexOf(row.state));
  const byName = new Intl.Collator(lang).compare;
  return rows.sort((a, b) => rank(a) - rank(b) || byName(a.name, b.name));
}

function rowOf(
  item: DeliveryItem,
  site: Site,
  reception: Reception | null,
  lang: DeskLanguage,
  placeOf: (longitude: number, latitude: number) => Place,
): BoardRow {
  const { longitude, latitude } = site;
  return {
    ...item,
    name: inLanguage(site.name, lang, site.locales) ?? site.slug,
    country: countryName(site.country, lang),
    region: site.region ?? '',
    zone: site.timezone,
    tone: TONES[item.state],
    reception,
    overdue: isOverdue(reception),
    place: longitude === null || latitude === null ? null : placeOf(longitude, latitude),
  };
}

function isOverdue(reception: Reception | null): boolean {
  return Boolean(reception?.dueAt && !reception.acknowledgedAt && reception.dueAt <= new Date());
}

/** How many missions are in each state, in the order of trouble; states that none is in are left out. */
export function countStates(
  rows: readonly BoardRow[],
): { state: DeliveryItem['state']; tone: Tone; n: number }[] {
  return STATES.map((state) => ({
    state,
    tone: TONES[state],
    n: rows.filter((row) => row.state === state).length,
  })).filter(({ n }) => n > 0);
}
