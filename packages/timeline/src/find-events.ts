import type { Db, Words } from '@warta/database';
import { PRACTICE } from '@warta/sites';
import { type RawBuilder, sql } from 'kysely';
import { entryColumns, isLocalPublic, type TimelineEntry } from './timeline-entry.ts';
import { eventEnd, eventStart, isComing } from './to-come.ts';

/** Whose events are wanted: all sites' where `site` is absent. Those that are over only of one site. */
export interface EventsWanted {
  site?: string;
  past?: boolean;
  skip?: number;
  most: number;
}

/** The site that holds an event. */
export interface EventSite {
  slug: string;
  host: string | null;
  name: Words;
  locales: string[];
  timezone: string;
  categories: { key: string; label: Words }[];
}

export type EventEntry = TimelineEntry & { site: EventSite };

export interface EventsFound {
  events: EventEntry[];
  /** Whether there are more than were wanted. */
  more: boolean;
  /** The ids of all sites whose events may be among these. */
  sites: string[];
  /** Milliseconds until they change by the clock alone; null where nothing is waiting. */
  freshForMs: number | null;
}

type Row = EventEntry & { fresh: number | null; sites: string[] };

/** Events of one site or all, the next ones first; those that are over, the latest first. */
export async function findEvents(db: Db, { site, past, skip = 0, most }: EventsWanted): Promise<EventsFound> {
  const scope = site === undefined ? sql`s.kind <> ${sql.lit(PRACTICE)}` : sql`q.site = ${site}`;
  const which = past ? sql`q.kind = 'event' and ${isLocalPublic} and ${eventEnd} <= now()` : isComing;
  const order = past ? sql`desc` : sql`asc`;
  const { rows } = await sql<Row>`
    ${name(site, past)} with w as materialized (
      select ${eventsFreshForMs(scope)} as fresh,
        ${site === undefined ? sql`array(select id from site)` : sql`array[${site}::uuid]`} as sites)
    select w.fresh, w.sites, null as number, null as version, false as pinned, ${siteColumn} as site, ${entryColumns}
    from w
    left join lateral (
      select q.id, ${eventStart} as at from post q join site s on s.id = q.site
      where ${scope} and ${which}
      order by at ${order}, q.id ${order} limit ${most + 1} offset ${skip}
    ) e on true
    left join post p on p.id = e.id
    left join site o on o.id = p.site
    left join media m on m.id = p.cover
    order by e.at ${order}, e.id ${order}`.execute(db);
  const found = rows.filter((row) => row.post !== null);
  return {
    events: found.slice(0, most),
    more: found.length > most,
    sites: rows[0]?.sites ?? [],
    freshForMs: rows[0]?.fresh ?? null,
  };
}

const siteColumn = sql`json_build_object('slug', o.slug, 'host', o.host, 'name', o.name, 'locales', o.locales,
  'timezone', o.timezone, 'categories', coalesce(o.categories, '[]'::jsonb))`;

/** Each is a statement of its own, which is kept under its name. */
function name(site: string | undefined, past = false) {
  if (site === undefined) return sql.raw('/*events_of_all*/');
  return sql.raw(past ? '/*events_over*/' : '/*events*/');
}

/** Milliseconds until one of these events becomes public, follows in other words, or is over. */
const eventsFreshForMs = (
  scope: RawBuilder<unknown>,
): RawBuilder<number | null> => sql`(extract(epoch from least(
  (select min(q.publish_at) from post q join site s on s.id = q.site
    where ${scope} and q.kind = 'event' and q.state = 'live' and not q.announced and q.publish_at > now()),
  (select min(t.next_from) from text t join post q on q.id = t.post join site s on s.id = q.site
    where ${scope} and q.kind = 'event' and t.next_from > now()),
  (select min(${eventEnd}) from post q join site s on s.id = q.site where ${scope} and ${isComing})
) - now()) * 1000)::float8`;
