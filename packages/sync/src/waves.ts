import type { Trx } from '@warta/database';
import { momentAt } from '@warta/languages';
import { sql } from 'kysely';

/**
 * Writes down when a headline is there on the clocks of its missions, where it comes by those. Missions that have a
 * moment keep it unless `anew`. Returns the earliest of all; undefined for a headline with one moment for all.
 */
export async function openWaves(trx: Trx, headline: string, anew = false): Promise<Date | undefined> {
  const { rows: zones } = await sql<{ timezone: string; wave_at: string }>`
    select distinct s.timezone, h.wave_at
    from headline h
    join audience_site a on a.audience = h.audience
    join site s on s.id = a.site
    where h.post = ${headline} and h.wave_at is not null`.execute(trx);
  if (zones.length === 0) return undefined;
  if (anew) await trx.deleteFrom('headline_wave').where('headline', '=', headline).execute();
  const moments = zones.map(({ timezone, wave_at }) => momentAt(wave_at, timezone)?.toISOString() ?? null);
  await sql`
    insert into headline_wave (headline, site, at, announced)
    select h.post, a.site, w.at, w.at <= now()
    from headline h
    join audience_site a on a.audience = h.audience
    join site s on s.id = a.site
    join unnest(${zones.map((zone) => zone.timezone)}::text[], ${moments}::timestamptz[]) as w(timezone, at)
      on w.timezone = s.timezone
    where h.post = ${headline}
    on conflict do nothing`.execute(trx);
  const first = await trx
    .selectFrom('headline_wave')
    .select((eb) => eb.fn.min('at').as('at'))
    .where('headline', '=', headline)
    .executeTakeFirstOrThrow();
  return first.at ?? undefined;
}

/**
 * Takes the next headline that has just reached the morning of some missions, and marks these as announced.
 * Undefined where there is none.
 */
export async function takeDueWave(trx: Trx): Promise<string | undefined> {
  const due = await trx
    .selectFrom('headline_wave')
    .select('headline')
    .where('announced', '=', false)
    .where('at', '<=', sql<Date>`now()`)
    .orderBy('at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!due) return undefined;
  await trx
    .updateTable('headline_wave')
    .set({ announced: true })
    .where('headline', '=', due.headline)
    .where('announced', '=', false)
    .where('at', '<=', sql<Date>`now()`)
    .execute();
  return due.headline;
}
