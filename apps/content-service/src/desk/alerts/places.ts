import type { Db } from '@warta/database';
import { listSites, type Site, siteName } from '@warta/sites';
import { JAKARTA } from '../../jakarta.ts';

/** The sites there are, by slug, for pages that name many of them. */
export type Places = ReadonlyMap<string, Site>;

export async function findPlaces(db: Db): Promise<Places> {
  return new Map((await listSites(db)).map((site) => [site.slug, site]));
}

/** What sites are called, each with its slug, in the order of their names. */
export function namesOf(places: Places, slugs: readonly string[], lang: string) {
  const named = slugs.map((slug) => {
    const site = places.get(slug);
    return { slug, name: site ? siteName(site, lang) : slug };
  });
  return named.sort((a, b) => a.name.localeCompare(b.name, lang));
}

/** The clocks by which moments are told: that of the missions where they share one, and Jakarta's. */
export function zonesOf(places: Places, slugs: readonly string[], own: Site | undefined): string[] {
  const zones = new Set(slugs.flatMap((slug) => places.get(slug)?.timezone ?? []));
  const [shared] = zones;
  const local = own?.timezone ?? (zones.size === 1 ? shared : undefined);
  return [...new Set([...(local ? [local] : []), JAKARTA])];
}
