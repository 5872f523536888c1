import { currentGeneration, type Reading } from '@warta/changes';
import type { Database } from '@warta/database';
import { findSites, listSites, type Site, type SiteName } from '@warta/sites';
import type { ListedSite, LocalLists } from '../pages/local-lists.ts';
import { oneAtATime } from '../pages/one-at-a-time.ts';

/** Pages with this tag list the missions. */
export const DIRECTORY = 'directory';

interface FoundSite {
  site: Site | undefined;
  /** The change the site was read at; everything read for the page later is at least as new. */
  readAt: number;
}

/** Look-ups of sites, which a node knows by heart until one changes. */
export interface SiteFinders {
  site: (name: SiteName) => Promise<FoundSite>;
  /** All sites, by slug. */
  directory: () => Promise<{ sites: ListedSite[]; reading: Reading }>;
  /** Reads all sites at once, so that no page has to ask for its own. */
  learnSites: () => Promise<void>;
}

export function makeSiteFinders({ db }: Database, { sites, directory }: LocalLists): SiteFinders {
  const siteAlone = oneAtATime((names: readonly SiteName[]) => findSitesNamed(db, names));
  const keep = (key: string, site: Site, readAt: number, begun: number) =>
    sites.keep(key, { site, freshForMs: null }, { tags: tagsOf(site), readAt }, begun);

  async function readAll() {
    const begun = performance.now();
    const reading = { tags: [DIRECTORY], readAt: await currentGeneration(db) };
    const all = await listSites(db);
    directory.keep('all', { sites: all, freshForMs: null }, reading, begun);
    return { all, reading, begun };
  }

  return {
    async site(name) {
      const key = keyOf(name);
      const kept = sites.get(key);
      if (kept) return { site: kept.part.site, readAt: kept.reading.readAt };
      const begun = performance.now();
      const found = await siteAlone(name);
      if (found.site) keep(key, found.site, found.readAt, begun);
      return found;
    },
    async directory() {
      const kept = directory.get('all');
      if (kept) return { sites: kept.part.sites, reading: kept.reading };
      const { all, reading } = await readAll();
      return { sites: all, reading };
    },
    async learnSites() {
      const { all, reading, begun } = await readAll();
      for (const site of all) {
        keep(keyOf(site), site, reading.readAt, begun);
        if (site.host) keep(keyOf({ host: site.host }), site, reading.readAt, begun);
      }
    },
  };
}

const keyOf = (name: SiteName) => ('slug' in name ? `slug ${name.slug}` : `host ${name.host}`);

/** One that others serve for names them. */
const tagsOf = ({ id, servedBy }: Site) => [`site:${id}`, ...(servedBy.length > 0 ? [DIRECTORY] : [])];

async function findSitesNamed(db: Database['db'], names: readonly SiteName[]): Promise<FoundSite[]> {
  const { sites, generation } = await findSites(db, names);
  const bySlug = new Map(sites.map((site) => [site.slug, site]));
  const byHost = new Map(sites.map((site) => [site.host, site]));
  return names.map((name) => ({
    site: 'slug' in name ? bySlug.get(name.slug) : byHost.get(name.host),
    readAt: generation,
  }));
}
