import { may } from '@warta/accounts';
import type { Database } from '@warta/database';
import { findUnsaved, listPosts, type PostLine, type PostQuery } from '@warta/posts';
import { findLacks, type Lack, type Site } from '@warta/sites';
import { listMissionHeadlines, type MissionHeadline } from '@warta/sync';
import type { DeskContext } from '../context.ts';
import type { Caller } from '../session.ts';

const A_FEW = 5;

/** What waits under one heading. */
interface Waiting {
  heading: string;
  posts: PostLine[];
  /** The list with all of them. */
  all: string;
}

export interface SiteHome {
  waiting: Waiting[];
  /** What was begun here and never saved. */
  unsaved: { post: string; locale: string; title: string; savedAt: Date }[];
  ministry: MissionHeadline[];
  lacks: Lack[];
}

/** What a person needs to see first of a site: what waits, what the ministry sent, what is missing. */
export async function siteHome({ database }: DeskContext, caller: Caller, site: Site): Promise<SiteHome> {
  return {
    waiting: await findWaiting(database, caller, site),
    unsaved: await findUnsaved(database.db, site.id, caller.person),
    ministry: (await listMissionHeadlines(database.db, site.id)).headlines.slice(0, A_FEW),
    lacks: await findLacks(database.db, site, new Date()),
  };
}

async function findWaiting({ db }: Database, caller: Caller, site: Site): Promise<Waiting[]> {
  const own = { owner: caller.person };
  const mine: [string, PostQuery][] = [
    ['changes-asked', { state: 'changes-asked', ...own }],
    ['draft', { state: 'draft', ...own }],
    ['scheduled', { state: 'scheduled' }],
  ];
  const review: [string, PostQuery] = ['in-review', { state: 'in-review' }];
  const wanted = may(caller, 'posts:publish', site) ? [review, ...mine] : mine;
  const found = await Promise.all(
    wanted.map(async ([heading, query]) => {
      const { posts } = await listPosts(db, site.id, query);
      const { state = '', owner } = query;
      const filter = new URLSearchParams({ state, ...(owner && { mine: '1' }) });
      return { heading, posts: posts.slice(0, A_FEW), all: `/desk/sites/${site.slug}/posts?${filter}` };
    }),
  );
  return found.filter(({ posts }) => posts.length > 0);
}
