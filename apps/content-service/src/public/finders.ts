import type { Reading } from '@warta/changes';
import type { Database } from '@warta/database';
import type { Site } from '@warta/sites';
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
import { makeSiteFinders, type SiteFinders } from './site-finders.ts';

const HOMES_AT_ONCE = 50;

/** Look-ups that go together when many pages are made at once. */
export interface Finders extends SiteFinders {
  /** `readAt` is the generation its site was read at; the home is read later. */
  home: (wanted: LocalWanted & SiteRead) => Promise<FoundHome>;
  post: (wanted: PostWanted) => Promise<PostFound | undefined>;
  /** What stands around a page, and beside a site's own post where one is named. */
  around: (
    wanted: SiteRead & { post: string | undefined },
  ) => Promise<{ around: FrameRead; beside?: Beside }>;
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

interface FoundHome {
  home: Home;
  readings: Reading[];
}

interface FrameRead extends FoundFrame {
  reading: Reading;
}

export function makeFinders(database: Database, locals: LocalLists): Finders {
  const { db } = database;
  const whole = oneAtATime((wanted: readonly LocalWanted[]) => findHomes(db, wanted), HOMES_AT_ONCE);
  const frameAlone = oneAtATime((sites: readonly string[]) => findFrames(db, sites));
  const headlinesAlone = oneAtATime((sites: readonly string[]) => findHomeHeadlines(db, sites));

  const besideAlone = oneAtATime((wanted: readonly BesideWanted[]) => findBeside(db, wanted));

  const frame: Finders['frame'] = async ({ site, readAt }) => {
    const kept = locals.frames.get(site);
    if (kept) return { ...kept.part, reading: kept.reading };
    const begun = performance.now();
    return keepFrame(site, await frameAlone(site), readAt, begun);
  };
  const keepFrame = (site: string, found: FoundFrame, readAt: number, begun: number): FrameRead => {
    const reading = { tags: [`site:${site}`], readAt };
    locals.frames.keep(site, found, reading, begun);
    return { ...found, reading };
  };

  return {
    ...makeSiteFinders(database, locals),
    frame,
    post: oneAtATime((wanted: readonly PostWanted[]) => findPostPages(db, wanted)),
    async around({ site, post, readAt }) {
      if (post === undefined) return { around: await frame({ site, readAt }) };
      const framed = locals.frames.get(site) === undefined;
      const begun = performance.now();
      const beside = await besideAlone({ site, post, framed });
      const around = beside.around
        ? keepFrame(site, beside.around, readAt, begun)
        : await frame({ site, readAt });
      return { around, beside };
    },
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
