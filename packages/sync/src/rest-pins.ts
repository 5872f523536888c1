import type { Db, Trx } from '@warta/database';
import { sql } from 'kysely';

/** A headline that is pinned now on at least one of the sites asked about. */
export interface PinnedHeadline {
  id: string;
  number: number;
  title: string;
  pinnedUntil: Date;
}

/** What is pinned on these sites, by slug, newest first: with the title in Indonesian, else in any language. */
export async function findPinned(db: Db, sites: readonly string[]): Promise<PinnedHeadline[]> {
  const { rows } = await sql<PinnedHeadline>`
    select h.post as id, h.number, h.pinned_until as "pinnedUntil", coalesce((
      select t.title from standing_text t where t.post = h.post
      order by t.locale <> 'id', t.locale limit 1), '') as title
    from headline h
    where h.state = 'live' and h.publish_at <= now() and h.pinned_until > now() and exists (
      select from audience_site a join site s on s.id = a.site
      where a.audience = h.audience and s.slug = any(${[...sites]}::text[]))
    order by h.number desc`.execute(db);
  return rows;
}

/** The headlines whose pins rest for a holder, by their titles as `findPinned` gives them. */
export async function findRestingPins(db: Db, holder: string): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    select coalesce((
      select t.title from standing_text t where t.post = r.headline
      order by t.locale <> 'id', t.locale limit 1), '') as title
    from pin_rest r where r.holder = ${holder} order by r.headline`.execute(db);
  return rows.map(({ title }) => title);
}

/**
 * Takes pins down, on every site, until the holder lets them up again; the headlines stay where their moments put them.
 * Returns the tags of the pages that change.
 */
export async function restPins(trx: Trx, holder: string, headlines: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ headline: string }>`
    insert into pin_rest (headline, holder, was, version)
    select h.post, ${holder}, h.pinned_until, h.latest from headline h
    where h.post = any(${[...headlines]}::uuid[]) and h.state = 'live' and h.pinned_until > now()
    on conflict do nothing
    returning headline`.execute(trx);
  return setPins(
    trx,
    rows.map(({ headline }) => ({ headline, until: null })),
  );
}

/** Puts up again what rests for this holder, where its time is not over and nobody has changed the headline since. */
export async function liftPins(trx: Trx, holder: string): Promise<string[]> {
  const { rows } = await sql<{ headline: string; until: Date }>`
    with lifted as (delete from pin_rest where holder = ${holder} returning headline, was, version)
    select l.headline, l.was as until
    from lifted l join headline h on h.post = l.headline
    where h.latest = l.version and h.state = 'live' and h.pinned_until is null and l.was > now()`.execute(
    trx,
  );
  return setPins(trx, rows);
}

async function setPins(trx: Trx, pins: { headline: string; until: Date | null }[]): Promise<string[]> {
  const tags = new Set<string>();
  for (const { headline, until } of pins) {
    const { audience, origin } = await trx
      .updateTable('headline')
      .set({ pinned_until: until })
      .where('post', '=', headline)
      .returning(['audience', 'origin'])
      .executeTakeFirstOrThrow();
    tags.add(`audience:${audience}`).add(`site:${origin}`);
  }
  return [...tags];
}
