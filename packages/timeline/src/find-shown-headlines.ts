import type { Db } from '@warta/database';
import { findHomes } from './find-homes.ts';

const AT_ONCE = 500;

/** For each site, the posts of the headlines that the first page of its home must show. */
export async function findHeadlinesOnHomes(
  db: Db,
  sites: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  const shown = new Map<string, ReadonlySet<string>>();
  for (let start = 0; start < sites.length; start += AT_ONCE) {
    const some = sites.slice(start, start + AT_ONCE);
    const homes = await findHomes(
      db,
      some.map((site) => ({ site, page: 1 })),
    );
    homes.forEach((home, index) => {
      const posts = [...home.pinned, ...home.headlines].map((entry) => entry.post);
      shown.set(some[index] ?? '', new Set(posts));
    });
  }
  return shown;
}
