import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { arrangeHeadlines } from './arrange-home.ts';
import { homeHeadlines } from './home-headlines.ts';

interface Row {
  site: string;
  post: string;
  pinned: boolean;
  pinnedByMinistry: boolean;
}

/** For each site, the posts of the headlines that the first page of its home must show. */
export async function findHeadlinesOnHomes(
  db: Db,
  sites: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  const { rows } = await sql<Row>`
    /*shown_headlines*/ with w as (select s as site, 0 as skip from unnest(${sites}::uuid[]) s)
    select w.site, e.post, e.pinned, e."pinnedByMinistry"
    from w cross join lateral (${homeHeadlines}) e
    order by e.at desc, e.post desc`.execute(db);
  const bySite = Map.groupBy(rows, (row) => row.site);
  return new Map(
    sites.map((site) => {
      const { pinned, others } = arrangeHeadlines(bySite.get(site) ?? []);
      return [site, new Set([...pinned, ...others].map((entry) => entry.post))];
    }),
  );
}
