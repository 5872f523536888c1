import type { Db, Trx } from '@warta/database';
import { sql } from 'kysely';
import { liftOwnPins, restOwnPins } from './overlays/rest-own-pins.ts';

/** A headline that is pinned now on at least one of the sites asked about, by the ministry or by the site. */
export interface PinnedHeadline {
  id: string;
  number: number;
  title: string;
  /** The last of its pins. */
  pinnedUntil: Date;
}

/** What is pinned on these sites, by slug, newest first: with the title in Indonesian, else in any language. */
export async function findPinned(db: Db, sites: readonly string[]): Promise<PinnedHeadline[]> {
  const { rows } = await sql<PinnedHeadline>`
    with own as (
      select v.headline, max(v.pinned_until) as until
      from overlay v join site s on s.id = v.site
      where s.slug = any(${[...sites]}::text[]) and v.pinned_until > now()
      group by v.headline)
    select h.post as id, h.number, greatest(h.pinned_until, own.until) as "pinnedUntil", coalesce((
      select t.title from standing_text t where t.post = h.post
      order by t.locale <> 'id', t.locale limit 1), '') as title
    from headline h left join own on own.headline = h.post
    where h.state = 'live' and h.publish_at <= now() and (own.until is not null or h.pinned_until > now() and exists (
      select from audience_site a join site s on s.id = a.site
      where a.audience = h.audience and s.slug = any(${[...sites]}::text[])))
    order by h.number desc`.execute(db);
  return rows;
}

/** The headlines whose pins rest for a holder, by their titles as `findPinned` gives them. */
export async function findRestingPins(db: Db, holder: string): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    select coalesce((
      select t.title from standing_text t where t.post = r.headline
      order by t.locale <> 'id', t.locale limit 1), '') as title
    from (
      select headline from pin_rest where holder = ${holder}
      union
      select headline from overlay_pin_rest where holder = ${holder}) r
    order by r.headline`.execute(db);
  return rows.map(({ title }) => title);
}

/**
 * Takes pins down until the holder lets them up again: the ministry's on every site, and those that these sites, by
 * slug, have put there themselves. The headlines stay where their moments put them. Returns the tags of the pages that
 * change.
 */
export async function restPins(
  trx: Trx,
  holder: string,
  headlines: readonly string[],
  sites: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ headline: string }>`
    insert into pin_rest (headline, holder, was, version)
    select h.post, ${holder}, h.pinned_until, h.latest from headline h
    where h.post = any(${[...headlines]}::uuid[]) and h.state = 'live' and h.pinned_until > now()
    on conflict do nothing
    returning headline`.execute(trx);
  const pins = rows.map(({ headline }) => ({ headline, until: null }));
  return [...(await setPins(trx, pins)), ...(await restOwnPins(trx, holder, headlines, sites))];
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
  return [...(await setPins(trx, rows)), ...(await liftOwnPins(trx, holder))];
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
