import type { Db } from '@warta/database';
import { findHomeHeadlines, type HomeHeadlines } from './find-home-headlines.ts';
import { findLocalPosts, type LocalPosts, type LocalWanted } from './find-local-posts.ts';
import { sooner } from './fresh-until.ts';

/** A page of a site's home. */
export type Home = HomeHeadlines & LocalPosts;

const NO_HEADLINES: HomeHeadlines = {
  pinned: [],
  headlines: [],
  moreHeadlines: false,
  audiences: [],
  freshForMs: null,
};

/** The homes wanted, in their order, in two queries whatever their number. */
export async function findHomes(db: Db, wanted: readonly LocalWanted[]): Promise<Home[]> {
  const headlines = await findHomeHeadlines(
    db,
    wanted.map((home) => home.site),
  );
  const locals = await findLocalPosts(db, wanted);
  return wanted.map(({ page }, index) => joinHome(page, headlines[index], locals[index]));
}

/** Puts a home together: headlines stand on its first page alone. */
export function joinHome(page: number, headlines = NO_HEADLINES, local?: LocalPosts): Home {
  const shown = page === 1 ? headlines : NO_HEADLINES;
  if (!local) throw new Error('a home was asked for and not found');
  return { ...shown, ...local, freshForMs: sooner(shown.freshForMs, local.freshForMs) };
}
