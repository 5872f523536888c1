import { type Actor, recordAudit } from '@warta/audit';
import type { Db, Trx } from '@warta/database';
import { DomainError } from '@warta/problems';
import { type Contact, type Holiday, officeHoursAfter, type Site } from '@warta/sites';
import { sql } from 'kysely';

/** What one mission's people have done with the version of a headline that stands. */
export interface Reception {
  /** The mission's slug. */
  site: string;
  version: number;
  /** Until when it is to be acknowledged; null where nobody asks for that. */
  dueAt: Date | null;
  seenAt: Date | null;
  seenBy: string | null;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  /** When the head of site was told that it is overdue. */
  escalatedAt: Date | null;
}

/**
 * Works out until when each mission of the audience is to acknowledge the latest version, by its own office hours
 * from the moment on that it stands there. Missions that have a date keep it. Does nothing where nobody asks.
 */
export async function openReceptions(trx: Trx, headline: string): Promise<void> {
  const { rows } = await sql<Office>`
    select s.id as site, v.version, v.acknowledge_within as within, s.timezone, s.contacts, s.holidays,
      greatest(v.live_from, coalesce(q.at, h.publish_at)) as "from"
    from headline h
    join headline_version v on v.post = h.post and v.version = h.latest and v.acknowledge_within is not null
    join audience_site a on a.audience = h.audience and a.site <> h.origin
      and (h.stands_until is null or a.since <= h.stands_until)
    join site s on s.id = a.site
    left join headline_wave q on q.headline = h.post and q.site = s.id
    where h.post = ${headline}`.execute(trx);
  if (rows.length === 0) return;
  const due = rows.map((row) => officeHoursAfter(row, row.from, row.within).toISOString());
  await sql`
    insert into reception (headline, version, site, due_at)
    select ${headline}::uuid, ${rows[0]?.version}::int, w.site, w.due
    from unnest(${rows.map((row) => row.site)}::uuid[], ${due}::timestamptz[]) as w(site, due)
    on conflict (headline, site, version) do update set due_at = coalesce(reception.due_at, excluded.due_at)`.execute(
    trx,
  );
}

interface Office {
  site: string;
  version: number;
  within: number;
  timezone: string;
  contacts: Contact[];
  holidays: Holiday[];
  from: Date;
}

/** Notes that somebody of the mission has opened the version that stands; the first one counts. */
export async function noteSeen(
  db: Db,
  actor: Actor,
  site: Pick<Site, 'id'>,
  headline: string,
): Promise<void> {
  await sql`
    insert into reception (headline, version, site, seen_at, seen_by)
    select h.post, h.standing_version, ${site.id}::uuid, now(), ${actor.name}
    from standing_headline h
    join audience_site a on a.audience = h.audience and a.site = ${site.id}
    where h.post = ${headline} and h.publish_at <= now()
    on conflict (headline, site, version) do update set seen_at = now(), seen_by = excluded.seen_by
      where reception.seen_at is null`.execute(db);
}

/**
 * Acknowledges the version that stands, for a mission. Who has done so already stays named.
 * @throws {DomainError} `conflict` when nobody asked for that, or another version stands than the one that was read
 */
export async function acknowledgeHeadline(
  db: Db,
  actor: Actor,
  site: Pick<Site, 'id'>,
  headline: string,
  version: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ done: boolean }>`
      select r.acknowledged_at is not null as done
      from reception r
      join standing_headline h on h.post = r.headline and h.standing_version = r.version
      where r.headline = ${headline} and r.site = ${site.id} and r.version = ${version}
        and r.due_at is not null and h.state = 'live'
      for update of r`.execute(trx);
    if (!rows[0]) throw new DomainError('conflict', 'Nothing of this version is to be acknowledged.');
    if (rows[0].done) return;
    await trx
      .updateTable('reception')
      .set({ acknowledged_at: sql<Date>`now()`, acknowledged_by: actor.name })
      .where('headline', '=', headline)
      .where('site', '=', site.id)
      .where('version', '=', version)
      .execute();
    await recordAudit(trx, actor, {
      action: 'headline.acknowledge',
      subject: `headline:${headline}`,
      site: site.id,
      after: { version },
    });
  });
}

/** What the missions have read and acknowledged of the version that stands; of which site, where one is given. */
export async function findReceptions(db: Db, headline: string, site?: string): Promise<Reception[]> {
  return db
    .selectFrom('reception as r')
    .innerJoin('standing_headline as h', (join) =>
      join.onRef('h.post', '=', 'r.headline').onRef('h.standing_version', '=', 'r.version'),
    )
    .innerJoin('site as s', 's.id', 'r.site')
    .select(['s.slug as site', 'r.version', 'r.due_at as dueAt', 'r.seen_at as seenAt'])
    .select(['r.acknowledged_at as acknowledgedAt', 'r.escalated_at as escalatedAt'])
    .select([
      sql<string | null>`(select p.name from person p where p.email = r.seen_by
        union all select r.seen_by limit 1)`.as('seenBy'),
      sql<string | null>`(select p.name from person p where p.email = r.acknowledged_by
        union all select r.acknowledged_by limit 1)`.as('acknowledgedBy'),
    ])
    .where('r.headline', '=', headline)
    .$if(site !== undefined, (query) => query.where('r.site', '=', site as string))
    .orderBy('s.slug')
    .execute();
}
