import type { Reading } from '@warta/changes';
import type { Database } from '@warta/database';
import { findSites, type Site, type SiteName } from '@warta/sites';
import { AUDIENCES } from '@warta/sync';
import {
  findHomeHeadlines,
  findHomes,
  findMenus,
  findPostPages,
  type Home,
  joinHome,
  type LocalWanted,
  type Menu,
  type PostFound,
  type PostWanted,
} from '@warta/timeline';
import type { LocalLists } from '../pages/local-lists.ts';
import { oneAtATime } from '../pages/one-at-a-time.ts';

const HOMES_AT_ONCE = 50;

/** Look-ups that go together when many pages are made at once. */
export interface Finders {
  site: (name: SiteName) => Promise<FoundSite>;
  /** `readAt` is the generation its site was read at; the home is read later. */
  home: (wanted: LocalWanted & SiteRead) => Promise<FoundHome>;
  post: (wanted: PostWanted) => Promise<PostFound | undefined>;
  menu: (wanted: SiteRead) => Promise<FoundMenu>;
}

/** A site with the change it was read at. */
export interface SiteFound {
  site: Site;
  readAt: number;
}

/** A site by its id, and the change it was read at. */
export interface SiteRead {
  site: string;
  readAt: number;
}

interface FoundSite {
  site: Site | undefined;
  /** The change the site was read at; everything read for the page later is at least as new. */
  readAt: number;
}

interface FoundHome {
  home: Home;
  readings: Reading[];
}

interface FoundMenu {
  menu: Menu;
  reading: Reading;
}

export function makeFinders({ db }: Database, locals: LocalLists): Finders {
  const whole = oneAtATime((wanted: readonly LocalWanted[]) => findHomes(db, wanted), HOMES_AT_ONCE);
  const menuAlone = oneAtATime((sites: readonly string[]) => findMenus(db, sites));
  const headlinesAlone = oneAtATime((sites: readonly string[]) => findHomeHeadlines(db, sites));

  return {
    site: oneAtATime((names: readonly SiteName[]) => findSitesNamed(db, names)),
    post: oneAtATime((wanted: readonly PostWanted[]) => findPostPages(db, wanted)),
    async home({ site, page, readAt }) {
      const key = `${site} ${page}`;
      const kept = locals.posts.get(key);
      if (kept) {
        const headlines = page === 1 ? await headlinesAlone(site) : undefined;
        const home = joinHome(page, headlines, kept.part);
        return { home, readings: [kept.reading, headlineReading(site, home, readAt)] };
      }
      const begun = performance.now();
      const home = await whole({ site, page });
      const reading = { tags: [`site:${site}`], readAt };
      const { posts, older, menu, freshForMs } = home;
      locals.posts.keep(key, { posts, older, menu, freshForMs }, reading, begun);
      locals.menus.keep(site, { pages: menu, freshForMs }, reading, begun);
      return { home, readings: [reading, headlineReading(site, home, readAt)] };
    },
    async menu({ site, readAt }) {
      const kept = locals.menus.get(site);
      if (kept) return { menu: kept.part, reading: kept.reading };
      const begun = performance.now();
      const menu = await menuAlone(site);
      const reading = { tags: [`site:${site}`], readAt };
      locals.menus.keep(site, menu, reading, begun);
      return { menu, reading };
    },
  };
}

/** The tags of a list of what the ministry sent to a site. */
export const listTags = (site: string, audiences: readonly string[]) => [
  `site:${site}`,
  AUDIENCES,
  ...audiences.map((audience) => `audience:${audience}`),
];

const headlineReading = (site: string, { audiences }: Home, readAt: number): Reading => ({
  tags: listTags(site, audiences),
  readAt,
});

async function findSitesNamed(db: Database['db'], names: readonly SiteName[]): Promise<FoundSite[]> {
  const { sites, generation } = await findSites(db, names);
  const bySlug = new Map(sites.map((site) => [site.slug, site]));
  const byHost = new Map(sites.map((site) => [site.host, site]));
  return names.map((name) => ({
    site: 'slug' in name ? bySlug.get(name.slug) : byHost.get(name.host),
    readAt: generation,
  }));
}
