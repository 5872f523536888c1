import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { type ArchiveOf, conditionsOf } from './archive-of.ts';
import { ownArchived, sentArchived } from './archived.ts';
import { cutPage, POSTS_A_PAGE } from './arrange-home.ts';
import { headlinesFreshForMs, localFreshForMs, siteAudiences, sooner, untilClosing } from './fresh-until.ts';
import { type OwnAdditions, ownForLine, withOwn } from './own-additions.ts';
import { entryColumns, type TimelineEntry } from './timeline-entry.ts';

export interface Archive {
  entries: TimelineEntry[];
  older: boolean;
  audiences: string[];
  /** Milliseconds until it changes by the clock alone; null where nothing is waiting. */
  freshForMs: number | null;
}

type Row = TimelineEntry & OwnAdditions & { fresh: number | null; audiences: string[] };

/** Each condition is a statement of its own, which is kept under its name. */
const named = ({ by }: ArchiveOf) => sql.raw(`/*archive_${by}*/`);

/** A page, counted from 1, of a site's own posts and headlines that have something in common, newest first. */
export async function findArchive(db: Db, site: string, of: ArchiveOf, page: number): Promise<Archive> {
  const skip = (page - 1) * POSTS_A_PAGE;
  const most = skip + POSTS_A_PAGE + 1;
  const conditions = conditionsOf(of);
  const { rows } = await sql<Row>`
    ${named(of)} with w as materialized (
      select w.*, least(${localFreshForMs}, ${headlinesFreshForMs}) as fresh, ${siteAudiences} as audiences
      from (select ${site}::uuid as site) w)
    select w.fresh, w.audiences, h.number, h.standing_version as version, false as pinned,
      ${ownForLine}, ${entryColumns}
    from w
    left join lateral (
      (${ownArchived(conditions)} order by q.sort_at desc, q.id desc limit ${most})
      union all
      (${sentArchived(conditions)} order by h.sort_at desc, h.post desc limit ${most})
      order by at desc, post desc limit ${POSTS_A_PAGE + 1} offset ${skip}
    ) e on true
    left join post p on p.id = e.post
    left join standing_headline h on h.post = p.id
    left join overlay v on v.headline = p.id and v.site = w.site
    left join site o on o.id = p.site
    left join media m on m.id = p.cover
    order by e.at desc, e.post desc`.execute(db);
  const { entries, older } = cutPage(rows.filter((row) => row.post !== null));
  const [first] = rows;
  return {
    entries: entries.map((entry) => withOwn(entry, entry)),
    older,
    audiences: first?.audiences ?? [],
    freshForMs: sooner(first?.fresh ?? null, untilClosing(entries)),
  };
}
