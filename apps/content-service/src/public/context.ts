import type { Database } from '@warta/database';
import type { Page as PageModel, Theme } from '@warta/rendering';
import { findSites, type Site, type SiteName } from '@warta/sites';
import {
  findHomes,
  findPostPages,
  type Home,
  type HomeWanted,
  type PostFound,
  type PostWanted,
} from '@warta/timeline';
import type { Config } from '../config.ts';
import { oneAtATime } from '../pages/one-at-a-time.ts';

/** What the public pages are made with. */
export interface PublicContext {
  config: Config;
  database: Database;
  themes: ReadonlyMap<string, Theme>;
  /** Draws a page model with a theme's templates. */
  draw: (theme: Theme, model: PageModel) => Promise<string>;
  find: Finders;
}

/** Look-ups that go together when many pages are made at once. */
export interface Finders {
  site: (name: SiteName) => Promise<FoundSite>;
  home: (wanted: HomeWanted) => Promise<Home>;
  post: (wanted: PostWanted) => Promise<PostFound | undefined>;
}

export interface FoundSite {
  site: Site | undefined;
  /** The change the site was read at; everything read for the page later is at least as new. */
  readAt: number;
}

export function makeFinders({ db }: Database): Finders {
  return {
    site: oneAtATime(async (names: readonly SiteName[]) => {
      const { sites, generation } = await findSites(db, names);
      const bySlug = new Map(sites.map((site) => [site.slug, site]));
      const byHost = new Map(sites.map((site) => [site.host, site]));
      return names.map((name) => ({
        site: 'slug' in name ? bySlug.get(name.slug) : byHost.get(name.host),
        readAt: generation,
      }));
    }),
    home: oneAtATime((wanted: readonly HomeWanted[]) => findHomes(db, wanted), 50),
    post: oneAtATime((wanted: readonly PostWanted[]) => findPostPages(db, wanted), 50),
  };
}

/** The theme of that name, or the complete plain one when a theme was taken away. */
export function themeOf(context: PublicContext, name: string): Theme {
  const theme = context.themes.get(name) ?? context.themes.get('base');
  if (!theme) throw new Error('the theme "base" is missing');
  return theme;
}
