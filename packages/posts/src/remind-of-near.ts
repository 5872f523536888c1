import type { Trx } from '@warta/database';
import { sql } from 'kysely';

const AT_ONCE = 50;

/** A post of which something is near: it is to appear, or what it offers closes. */
export interface NearPost {
  what: 'scheduled' | 'closing';
  post: string;
  site: string;
  locale: string;
  title: string;
  /** The person in whose hands it is. */
  owner: string | null;
  at: Date;
}

/**
 * Posts that appear within the hour, and opportunities that close within a day, each the first time it is asked
 * for, in the first of the site's languages that it has: whoever gets them has to tell people in the same
 * transaction. What was written when its moment was that near already is left out.
 */
export async function remindOfNear(trx: Trx): Promise<NearPost[]> {
  const { rows } = await sql<NearPost>`
    with near as (${scheduled} union all ${closing}),
    chosen as (
      select distinct on (n.what, n.post, n.at) n.* from near n
      join site s on s.id = n.site
      where not exists (
        select from reminder m where m.post = n.post and m.what = n.what and m.at = n.at)
      order by n.what, n.post, n.at, array_position(s.locales, n.locale)
      limit ${AT_ONCE}),
    marked as (
      insert into reminder (post, what, at) select post, what, at from chosen
      on conflict do nothing
      returning post, what, at)
    select c.* from chosen c join marked m on m.post = c.post and m.what = c.what and m.at = c.at
    order by c.at`.execute(trx);
  return rows;
}

const scheduled = sql`
  select 'scheduled' as what, p.id as post, p.site, t.locale, r.title, p.owner,
    coalesce(t.next_from, p.publish_at) as at
  from text t
  join post p on p.id = t.post
  join revision r on r.post = t.post and r.locale = t.locale and r.n = coalesce(t.next_revision, t.revision)
  where p.kind <> 'headline' and p.state = 'live'
    and (t.next_from between now() and now() + interval '1 hour'
      or t.next_from is null and p.publish_at between now() and now() + interval '1 hour')
    and r.created_at < coalesce(t.next_from, p.publish_at) - interval '1 hour'`;

/** What is no moment is none that could be near: a cast of it would stop all others. */
const until = sql`case when p.details->>'until' ~ '^\\d{4}-\\d\\d-\\d\\dT'
  then (p.details->>'until')::timestamptz end`;

const closing = sql`
  select 'closing' as what, p.id as post, p.site, t.locale, r.title, p.owner, ${until} as at
  from post p
  join text t on t.post = p.id
  join revision r on r.post = t.post and r.locale = t.locale and r.n = t.revision
  where p.kind = 'opportunity' and p.state = 'live' and p.publish_at <= now()
    and ${until} between now() and now() + interval '1 day'
    and p.publish_at < ${until} - interval '1 day'`;
