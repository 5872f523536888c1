import { readDetails } from '@warta/posts';
import { type RawBuilder, sql } from 'kysely';
import type { TimelineEntry } from './timeline-entry.ts';
import { deadline, eventEnd, isComing, isOpen } from './to-come.ts';

/** Milliseconds until the first of these moments; null where none is to come. */
const untilFirst = (...moments: RawBuilder<unknown>[]): RawBuilder<number | null> =>
  sql`(extract(epoch from least(${sql.join(moments)}) - now()) * 1000)::float8`;

/** When the last event that is to come is over, and the last opportunity closed: the lists of site `w.site` are empty. */
const listsEnd = [
  sql`(select max(${eventEnd}) from post q join site s on s.id = q.site where q.site = w.site and ${isComing})`,
  sql`(select max(${deadline}) from post q where q.site = w.site and ${isOpen})`,
];

/**
 * Milliseconds until the local posts of site `w.site` change by the clock alone: one becoming due, a text
 * following another.
 */
export const localFreshForMs = untilFirst(
  sql`(select min(q.publish_at) from post q
    where q.site = w.site and not q.announced and q.publish_at > now() and q.state = 'live')`,
  sql`(select min(t.next_from) from text t join post q on q.id = t.post
    where q.site = w.site and t.next_from > now())`,
  ...listsEnd,
);

/** Milliseconds until the frame of site `w.site` changes by the clock alone: likewise, for its pages and lists. */
export const frameFreshForMs = untilFirst(
  sql`(select min(q.publish_at) from post q
    where q.site = w.site and q.kind in ('page', 'event', 'opportunity') and q.publish_at > now()
      and q.state = 'live')`,
  sql`(select min(t.next_from) from text t join post q on q.id = t.post
    where q.site = w.site and q.kind = 'page' and q.state = 'live' and t.next_from > now())`,
  ...listsEnd,
);

/** Milliseconds until what the ministry sent to site `w.site` changes by the clock alone: likewise, or a pin ending. */
export const headlinesFreshForMs = untilFirst(
  sql`(select min(q.publish_at) from post q
    join headline g on g.post = q.id
    join audience_site b on b.audience = g.audience and b.site = w.site
    where not q.announced and q.publish_at > now() and q.state = 'live')`,
  sql`(select min(q.at) from headline_wave q where q.site = w.site and q.at > now())`,
  sql`(select min(g.next_from) from headline g
    join audience_site b on b.audience = g.audience and b.site = w.site where g.next_from > now())`,
  sql`(select min(g.pinned_until) from headline g
    join audience_site b on b.audience = g.audience and b.site = w.site
    where g.state = 'live' and g.pinned_until is not null and g.pinned_until > now())`,
  sql`(select min(o.pinned_until) from overlay o where o.site = w.site and o.pinned_until > now())`,
);

/** The audiences of site `w.site`: a headline for one of them changes its lists. */
export const siteAudiences: RawBuilder<string[]> = sql`array(
  select b.audience from audience_site b where b.site = w.site)`;

/** The earlier of two times to come, null standing for never. */
export function sooner(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}

/** Milliseconds until the first of these entries closes; null where none is still to close. */
export function untilClosing(entries: readonly Pick<TimelineEntry, 'kind' | 'details' | 'asOf'>[]) {
  return entries.reduce<number | null>((first, entry) => {
    const until = readDetails('opportunity', entry)?.until;
    const left = until ? Date.parse(until) - entry.asOf.getTime() : 0;
    return left > 0 ? sooner(first, left) : first;
  }, null);
}
