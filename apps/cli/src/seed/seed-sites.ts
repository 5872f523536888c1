import { type Db, newId, type Trx } from '@warta/database';
import { type Mission, readMissions } from '@warta/sites';
import { type AudienceRule, judge } from '@warta/sync';
import { sql } from 'kysely';

const AT_ONCE = 500;
const DIGITS = 5;

export interface SeededSite {
  id: string;
  slug: string;
  city: string;
  mission: Mission;
}

/**
 * Opens `count` missions after the example of the real ones, named `site-00001` and so on from the first number
 * that is free. They join the audiences that reach them. Writes into the tables of several packages at once, which
 * only a loader for measurements may.
 */
export async function seedSites(
  db: Db,
  count: number,
  onDone: (done: number) => void,
): Promise<SeededSite[]> {
  const missions = readMissions();
  const first = (await lastNumber(db)) + 1;
  const sites = Array.from({ length: count }, (_, index) => {
    const mission = missions[index % missions.length] as Mission;
    const slug = `site-${String(first + index).padStart(DIGITS, '0')}`;
    return { id: newId(), slug, city: mission.city, mission };
  });
  for (let start = 0; start < sites.length; start += AT_ONCE) {
    const some = sites.slice(start, start + AT_ONCE);
    await db.transaction().execute(async (trx) => {
      await insertSites(trx, some);
      await joinAudiences(trx, some);
    });
    onDone(start + some.length);
  }
  return sites;
}

async function lastNumber(db: Db): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max(substring(slug from '^site-([0-9]+)$')::int) as last from site where slug ~ '^site-[0-9]+$'
  `.execute(db);
  return rows[0]?.last ?? 0;
}

async function insertSites(trx: Trx, sites: readonly SeededSite[]): Promise<void> {
  const rows = sites.map(({ id, slug, mission }) => {
    const { nameId, nameEn, fullNameId, accreditedTo, ...rest } = mission;
    const number = slug.replace(/\D+/, '');
    const name = { id: `${nameId} ${number}`, en: `${nameEn} ${number}` };
    return { ...rest, id, slug, name, full_name: { id: fullNameId, en: nameEn }, accredited: accreditedTo };
  });
  const given = sql`json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, slug text, kind text,
    name jsonb, full_name jsonb, city text, country text, region text, timezone text, locales text[],
    latitude float8, longitude float8, accredited text[])`;
  await sql`
    insert into site (id, slug, kind, name, full_name, city, country, region, timezone, locales, latitude, longitude)
    select id, slug, kind, name, full_name, city, country, region, timezone, locales, latitude, longitude
    from ${given}`.execute(trx);
  await sql`
    insert into site_country (site, country, role)
    select id, country, 'host' from ${given}
    union all
    select id, unnest(accredited), 'accredited' from ${given}
    on conflict do nothing`.execute(trx);
}

/** Rules hold for later missions as well, and so do the headlines that stand. */
async function joinAudiences(trx: Trx, sites: readonly SeededSite[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('warta.audience'))`.execute(trx);
  const audiences = await trx.selectFrom('audience').select(['id', 'rule']).execute();
  for (const { id, rule } of audiences) {
    const reached = sites
      .filter(({ slug, mission }) => judge(rule as AudienceRule, candidateOf(slug, mission)).included)
      .map((site) => site.id);
    await sql`
      insert into audience_site (audience, site) select ${id}::uuid, unnest(${reached}::uuid[])`.execute(trx);
  }
  await sql`
    insert into delivery (headline, site, node)
    select h.post, a.site, n.name
    from audience_site a
    join headline h on h.audience = a.audience and h.state = 'live'
    cross join node n
    where a.site = any(${sites.map((site) => site.id)}::uuid[]) and n.left_at is null
    on conflict do nothing`.execute(trx);
}

function candidateOf(slug: string, { kind, region, country, accreditedTo, locales }: Mission) {
  return { slug, kind, region, countries: [country, ...accreditedTo], locales, groups: [] };
}
