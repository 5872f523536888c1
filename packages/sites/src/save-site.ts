import { type Actor, recordAudit } from '@warta/audit';
import { newId, type Trx } from '@warta/database';
import { DomainError, invalid } from '@warta/problems';
import { findSite } from './find-sites.ts';
import { lockSite } from './lock-site.ts';
import type { Site } from './site.ts';
import type { SiteChange, SiteInput } from './site-input.ts';
import { refuseWrongLook, type ValidateLook } from './site-look.ts';

interface LookOptions {
  /** What the app knows of themes and pictures. */
  validateLook?: ValidateLook | undefined;
}

export interface UpdateOptions extends LookOptions {
  /** The version that is changed; without one, whichever stands. */
  version?: number | undefined;
}

/**
 * Opens a site. The caller places it among the audiences and announces it.
 * @throws {DomainError} `conflict` when slug or host are taken; `invalid` when `servedBy` names no site, or for what
 * `validateLook` refuses.
 */
export async function createSite(
  trx: Trx,
  actor: Actor,
  input: SiteInput,
  { validateLook }: LookOptions = {},
): Promise<Site> {
  const { slug, kind, ...change } = input;
  await refuseTaken(trx, { slug, host: input.host });
  const id = newId();
  await trx
    .insertInto('site')
    .values({
      id,
      slug,
      kind,
      full_name: '{}',
      name: JSON.stringify(input.name),
      city: input.city,
      country: input.country,
      timezone: input.timezone,
      locales: input.locales,
      ...(await columnsOf(trx, change)),
    })
    .execute();
  await writeCountries(trx, id, change);
  const site = await findSite(trx, slug);
  if (!site) throw new Error(`site ${slug} was not written`);
  await refuseWrongLook(trx, site, change, validateLook);
  await recordAudit(trx, actor, { action: 'site.create', subject: `site:${slug}`, site: id, after: site });
  return site;
}

/**
 * Changes what is given and leaves the rest. The caller places the site anew and announces it.
 * @throws {DomainError} `not-found`; `stale-version` when `version` is given and is not the site's; `invalid` for
 * what `validateLook` refuses, or a site that is served by itself; as `createSite`.
 */
export async function updateSite(
  trx: Trx,
  actor: Actor,
  slug: string,
  change: SiteChange,
  { version, validateLook }: UpdateOptions = {},
): Promise<Site> {
  const before = await lockSite(trx, slug, version);
  if (change.host && change.host !== before.host) await refuseTaken(trx, { host: change.host });
  const itself = change.servedBy?.indexOf(slug) ?? -1;
  if (itself >= 0)
    throw invalid({ field: `servedBy.${itself}`, message: 'is the site itself', why: 'choose' });
  await trx
    .updateTable('site')
    .set({ ...(await columnsOf(trx, change)), version: before.version + 1 })
    .where('id', '=', before.id)
    .execute();
  if (change.country || change.accreditedTo) await writeCountries(trx, before.id, change, before);
  const after = await findSite(trx, slug);
  if (!after) throw new Error(`site ${slug} is gone`);
  await refuseWrongLook(trx, after, change, validateLook);
  await recordAudit(trx, actor, {
    action: 'site.update',
    subject: `site:${slug}`,
    site: before.id,
    before,
    after,
  });
  return after;
}

/** What is given of a site as columns. */
async function columnsOf(trx: Trx, change: SiteChange) {
  return {
    ...(change.name && { name: JSON.stringify(change.name) }),
    ...(change.fullName && { full_name: JSON.stringify(change.fullName) }),
    ...(change.city && { city: change.city }),
    ...(change.country && { country: change.country }),
    ...(change.region && { region: change.region }),
    ...(change.timezone && { timezone: change.timezone }),
    ...(change.locales && { locales: change.locales }),
    ...(change.latitude !== undefined && { latitude: change.latitude }),
    ...(change.longitude !== undefined && { longitude: change.longitude }),
    ...(change.host !== undefined && { host: change.host }),
    ...(change.theme && { theme: change.theme }),
    ...(change.accent && { accent: change.accent }),
    ...(change.themeSettings && { theme_settings: JSON.stringify(change.themeSettings) }),
    ...(change.status && { status: change.status }),
    ...(change.statusNote && { status_note: JSON.stringify(change.statusNote) }),
    ...(change.logo !== undefined && { logo: change.logo }),
    ...(change.hero !== undefined && { hero: change.hero }),
    ...(change.menu && { menu: JSON.stringify(change.menu) }),
    ...(change.social && { social: JSON.stringify(change.social) }),
    ...(change.categories && { categories: JSON.stringify(change.categories) }),
    ...(change.fourEyes !== undefined && { four_eyes: change.fourEyes }),
    ...(change.servedBy && { served_by: await idsOf(trx, change.servedBy) }),
  };
}

async function writeCountries(trx: Trx, id: string, change: SiteChange, before?: Site): Promise<void> {
  const host = change.country ?? before?.country;
  if (!host) return;
  const accredited = new Set(change.accreditedTo ?? before?.accreditedTo ?? []);
  accredited.delete(host);
  if (before) await trx.deleteFrom('site_country').where('site', '=', id).execute();
  const rows = [
    { site: id, country: host, role: 'host' as const },
    ...[...accredited].map((country) => ({ site: id, country, role: 'accredited' as const })),
  ];
  await trx.insertInto('site_country').values(rows).execute();
}

async function idsOf(trx: Trx, slugs: string[]): Promise<string[]> {
  if (slugs.length === 0) return [];
  const rows = await trx.selectFrom('site').select(['id', 'slug']).where('slug', 'in', slugs).execute();
  const unknown = slugs.find((slug) => !rows.some((row) => row.slug === slug));
  if (unknown) throw invalid({ field: 'servedBy', message: `there is no site ${unknown}` });
  return rows.map((row) => row.id);
}

async function refuseTaken(
  trx: Trx,
  { slug, host }: { slug?: string; host?: string | null | undefined },
): Promise<void> {
  const taken = await trx
    .selectFrom('site')
    .select(['slug', 'host'])
    .where((eb) => eb.or([eb('slug', '=', slug ?? ''), eb('host', '=', host ?? '')]))
    .executeTakeFirst();
  if (!taken) return;
  const field = taken.slug === slug ? 'slug' : 'host';
  throw new DomainError('conflict', `Another site has this ${field}.`, [
    { field, message: `is taken by the site ${taken.slug}` },
  ]);
}
