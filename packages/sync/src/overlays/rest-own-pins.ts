import type { Trx } from '@warta/database';
import { sql } from 'kysely';

/**
 * Takes down the pins that these sites, by slug, have put on headlines themselves, until the holder lets them up again.
 * Returns the tags of the pages that change.
 */
export async function restOwnPins(
  trx: Trx,
  holder: string,
  headlines: readonly string[],
  sites: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ site: string }>`
    with rested as (
      insert into overlay_pin_rest (site, headline, holder, was, version)
      select v.site, v.headline, ${holder}, v.pinned_until, v.version
      from overlay v join site s on s.id = v.site
      where v.headline = any(${[...headlines]}::uuid[]) and s.slug = any(${[...sites]}::text[])
        and v.pinned_until > now()
      on conflict do nothing
      returning site, headline)
    update overlay v set pinned_until = null from rested r
    where v.site = r.site and v.headline = r.headline
    returning v.site`.execute(trx);
  return tagsOf(rows);
}

/**
 * Puts up again what rests for this holder on all sites but these, by slug, where its time is not over and the site has
 * changed nothing of it since. Returns the tags of the pages that change.
 */
export async function liftOwnPins(trx: Trx, holder: string, but: readonly string[] = []): Promise<string[]> {
  const { rows } = await sql<{ site: string }>`
    with lifted as (
      delete from overlay_pin_rest r using site s
      where r.holder = ${holder} and s.id = r.site and not s.slug = any(${[...but]}::text[])
      returning r.site, r.headline, r.was, r.version)
    update overlay v set pinned_until = l.was from lifted l
    where v.site = l.site and v.headline = l.headline and v.version = l.version and v.pinned_until is null
      and l.was > now()
    returning v.site`.execute(trx);
  return tagsOf(rows);
}

const tagsOf = (rows: readonly { site: string }[]) => [...new Set(rows.map(({ site }) => `site:${site}`))];
