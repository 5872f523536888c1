import type { Db } from '@warta/database';
import { sql } from 'kysely';
import type { MenuLink } from './menu.ts';
import type { OwnCategory } from './own-categories.ts';
import type { Site, SiteStatus } from './site.ts';
import type { SocialAccount } from './social-accounts.ts';
import type { ThemeSettings } from './theme-settings.ts';

/** How a request names a site: by the slug in its path, or by the host it was sent to. */
export type SiteName = { slug: string } | { host: string };

/**
 * The sites so named, in one query whatever their number. `generation` is the change the rows were read at,
 * or an older one: it is read in the same statement.
 */
export async function findSites(
  db: Db,
  names: readonly SiteName[],
): Promise<{ sites: Site[]; generation: number }> {
  const slugs = names.flatMap((name) => ('slug' in name ? [name.slug] : []));
  const hosts = names.flatMap((name) => ('host' in name ? [name.host] : []));
  const rows = await select(db)
    .modifyFront(sql`/*sites*/`)
    .select((eb) => eb.selectFrom('generation').select('n').as('generation'))
    .where((eb) =>
      eb.or([eb('slug', '=', sql<string>`any(${slugs})`), eb('host', '=', sql<string>`any(${hosts})`)]),
    )
    .execute();
  if (rows.length === 0) {
    const { n } = await db.selectFrom('generation').select('n').executeTakeFirstOrThrow();
    return { sites: [], generation: n };
  }
  return {
    sites: rows.map(({ generation, ...site }) => site),
    generation: Math.min(...rows.map((row) => row.generation ?? 0)),
  };
}

/** The site with this slug. */
export async function findSite(db: Db, slug: string): Promise<Site | undefined> {
  return select(db).where('slug', '=', slug).executeTakeFirst();
}

/** The sites with these ids, by slug. */
export async function findSitesById(db: Db, ids: readonly string[]): Promise<Site[]> {
  return select(db)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('slug')
    .execute();
}

/** All sites, by slug. */
export async function listSites(db: Db): Promise<Site[]> {
  return select(db).orderBy('slug').execute();
}

/** The languages of all sites, by their tags. */
export async function listLocales(db: Db): Promise<string[]> {
  const { rows } = await sql<{ locale: string }>`
    select distinct unnest(locales) as locale from site order by locale`.execute(db);
  return rows.map(({ locale }) => locale);
}

function select(db: Db) {
  return db
    .selectFrom('site')
    .select(['id', 'slug', 'kind', 'name', 'full_name as fullName', 'city', 'country', 'region'])
    .select(['timezone', 'locales', 'latitude', 'longitude', 'host', 'theme', 'accent'])
    .select(['status_note as statusNote', 'logo', 'hero', 'four_eyes as fourEyes', 'version'])
    .select((eb) => [eb.ref('theme_settings').$castTo<ThemeSettings>().as('themeSettings')])
    .select((eb) => [eb.ref('menu').$castTo<MenuLink[]>().as('menu')])
    .select((eb) => [eb.ref('social').$castTo<SocialAccount[]>().as('social')])
    .select((eb) => [eb.ref('categories').$castTo<OwnCategory[]>().as('categories')])
    .select(sql<SiteStatus>`status`.as('status'))
    .select([accreditedTo.as('accreditedTo'), servedBy.as('servedBy')]);
}

/** The further countries of a site, in a query of the table `site`. */
export const accreditedTo = sql<string[]>`coalesce((
  select array_agg(c.country order by c.country) from site_country c
  where c.site = site.id and c.role = 'accredited'), '{}'::text[])`;

const servedBy = sql<Site['servedBy']>`coalesce((
  select json_agg(json_build_object('slug', o.slug, 'name', o.name, 'host', o.host) order by o.slug)
  from site o where o.id = any(site.served_by)), '[]'::json)`;
