import type { Db } from '@warta/database';
import { MINISTRY } from '@warta/sites';
import { sql } from 'kysely';
import { EXPECTED, type Expectation, OF_SITE } from '../sightings.ts';

/** Which headlines are looked at, from the newest on. */
export interface Slice {
  offset: number;
  limit: number;
}

/**
 * What readers must see of some headlines on every mission they are, or were, for: also of recalled ones, that they
 * are gone, the newest first and missions by slug. Those to come are left out.
 */
export async function findStandingViews(db: Db, { offset, limit }: Slice): Promise<Expectation[]> {
  const { rows } = await sql<Expectation>`
    select ${EXPECTED}
    from (select * from standing_headline order by number desc limit ${limit} offset ${offset}) h
    join headline_version v on v.post = h.post and v.version = h.standing_version
    join site s on s.id <> h.origin and s.kind <> ${MINISTRY}
    ${OF_SITE}
    where (a.site is not null or exists (
        select from delivery d where d.headline = h.post and d.site = s.id))
      and (coalesce(q.at, h.publish_at) <= now() or h.state = 'recalled')
    order by h.number desc, s.slug`.execute(db);
  return rows;
}

/** How many headlines there are. */
export async function countHeadlines(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('headline')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}
