import { type RawBuilder, sql } from 'kysely';

/**
 * Milliseconds until something on the lists of site `w.site` changes by the clock alone: a post or headline
 * becoming due, a text following another, a pin ending. Null where nothing is waiting.
 */
export const freshForMs: RawBuilder<number | null> = sql`(extract(epoch from least(
  (select min(q.publish_at) from post q
    where q.site = w.site and not q.announced and q.publish_at > now() and q.state = 'live'),
  (select min(t.next_from) from text t join post q on q.id = t.post where q.site = w.site and t.next_from > now()),
  (select min(q.publish_at) from post q
    join headline g on g.post = q.id
    join audience_site b on b.audience = g.audience and b.site = w.site
    where not q.announced and q.publish_at > now() and q.state = 'live'),
  (select min(g.next_from) from headline g
    join audience_site b on b.audience = g.audience and b.site = w.site where g.next_from > now()),
  (select min(g.pinned_until) from headline g
    join audience_site b on b.audience = g.audience and b.site = w.site
    where g.state = 'live' and g.pinned_until is not null and g.pinned_until > now())
) - now()) * 1000)::float8`;
