import type { Actor } from '@warta/audit';
import { announceChange, EVERYTHING } from '@warta/changes';
import type { Db, Trx } from '@warta/database';
import {
  createSite,
  MINISTRY_SLUG,
  type Site,
  type SiteChange,
  type SiteInput,
  type UpdateOptions,
  updateSite,
} from '@warta/sites';
import { sql } from 'kysely';
import { placeAmongAudiences } from './audiences.ts';
import { openReceptions } from './receptions.ts';
import { openWaves } from './waves.ts';

/** Pages that list all missions. */
const DIRECTORY = 'directory';

interface SaveOptions extends UpdateOptions {
  /** Runs in the transaction. */
  also?: (trx: Trx, site: Site) => Promise<void>;
}

/** Opens a site; every rule that reaches it applies from now on, so the headlines that stand for it show there. */
export async function openSite(
  db: Db,
  actor: Actor,
  input: SiteInput,
  { also, validateLook }: Pick<SaveOptions, 'also' | 'validateLook'> = {},
): Promise<Site> {
  return db.transaction().execute(async (trx) => {
    const site = await createSite(trx, actor, input, { validateLook });
    await also?.(trx, site);
    await place(trx, site);
    return site;
  });
}

/** Changes a site; it may come under other rules thereby. */
export async function changeSite(
  db: Db,
  actor: Actor,
  slug: string,
  change: SiteChange,
  { also, ...options }: SaveOptions = {},
): Promise<Site> {
  return db.transaction().execute(async (trx) => {
    const site = await updateSite(trx, actor, slug, change, options);
    await also?.(trx, site);
    await place(trx, site);
    return site;
  });
}

async function place(trx: Trx, site: Site): Promise<void> {
  const changed = await placeAmongAudiences(trx, site.id);
  if (changed.length > 0) await openForSite(trx, site.id, changed);
  // The ministry's name, clock and hotline stand on every site.
  const tags = site.slug === MINISTRY_SLUG ? [EVERYTHING] : [`site:${site.id}`, DIRECTORY];
  await announceChange(trx, tags, { soft: changed.length === 0 });
}

/** What a site gets of the headlines that begin or cease to stand for it: rows of the ledger, times, dates to keep. */
export async function openForSite(trx: Trx, site: string, audiences: string[]): Promise<void> {
  await openSiteDeliveries(trx, site, audiences);
  const { rows } = await sql<{ post: string }>`
    select h.post from headline h
    join headline_version v on v.post = h.post and v.version = h.latest
    where h.audience = any(${audiences}::uuid[]) and h.state = 'live'
      and (v.acknowledge_within is not null or h.wave_at is not null)`.execute(trx);
  for (const { post } of rows) {
    await openWaves(trx, post);
    await openReceptions(trx, post);
  }
}

/** The ledger's rows of a site for the headlines that begin or cease to stand for it; each is looked at anew. */
async function openSiteDeliveries(trx: Trx, site: string, audiences: string[]): Promise<void> {
  await sql`
    insert into delivery (headline, site, node)
    select h.post, a.site, n.name
    from audience_site a
    join headline h on h.audience = a.audience and h.origin <> a.site and h.state = 'live'
      and (h.stands_until is null or a.since <= h.stands_until)
    cross join node n
    where a.site = ${site} and n.left_at is null
    on conflict do nothing`.execute(trx);
  await sql`
    update delivery d set version = null, seen_at = null
    from headline h
    where d.site = ${site} and h.post = d.headline and h.audience = any(${audiences}::uuid[])`.execute(trx);
}
