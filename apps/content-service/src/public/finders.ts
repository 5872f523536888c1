import type { Reading } from '@warta/changes';
import type { Database } from '@warta/database';
import { findSites, type Site, type SiteName } from '@warta/sites';
import { AUDIENCES } from '@warta/sync';
import {
  type Beside,
  type BesideWanted,
  type FoundFrame,
  findBeside,
  findFrames,
  findHomeHeadlines,
  findHomes,
  findPostPages,
  type Home,
  joinHome,
  type LocalWanted,
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
  /** What stands beside a site's own post. */
  beside: (wanted: BesideWanted) => Promise<Beside>;
  frame: (wanted: SiteRead) => Promise<FrameRead>;
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

interface FrameRead extends FoundFrame {
  reading: Reading;
}

export function makeFinders({ db }: Database, locals: LocalLists): Finders {
  const whole = oneAtATime((wanted: readonly LocalWanted[]) => findHomes(db, wanted), HOMES_AT_ONCE);
  const siteAlone = oneAtATime((names: readonly SiteName[]) => findSitesNamed(db, names));
  const frameAlone = oneAtATime((sites: readonly string[]) => findFrames(db, sites));
  const headlinesAlone = oneAtATime((sites: readonly string[]) => findHomeHeadlines(db, sites));

  return {
    async site(name) {
      const key = 'slug' in name ? `slug ${name.slug}` : `host ${name.host}`;
      const kept = locals.sites.get(key);
      if (kept) return { site: kept.part.site, readAt: kept.reading.readAt };
      const begun = performance.now();
      const found = await siteAlone(name);
      const { site, readAt } = found;
      if (site)
        locals.sites.keep(key, { site, freshForMs: null }, { tags: [`site:${site.id}`], readAt }, begun);
      return found;
    },
    post: oneAtATime((wanted: readonly PostWanted[]) => findPostPages(db, wanted)),
    beside: oneAtATime((wanted: readonly BesideWanted[]) => findBeside(db, wanted)),
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
      const { posts, older, frame, freshForMs } = home;
      locals.posts.keep(key, { posts, older, frame, freshForMs }, reading, begun);
      locals.frames.keep(site, { frame, freshForMs }, reading, begun);
      return { home, readings: [reading, headlineReading(site, home, readAt)] };
    },
    async frame({ site, readAt }) {
      const kept = locals.frames.get(site);
      if (kept) return { ...kept.part, reading: kept.reading };
      const begun = performance.now();
      const found = await frameAlone(site);
      const reading = { tags: [`site:${site}`], readAt };
      locals.frames.keep(site, found, reading, begun);
      return { ...found, reading };
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
