import { type Db, newId, type Trx } from '@warta/database';
import { type FieldError, invalid } from '@warta/problems';
import { MISSION_KINDS } from '@warta/sites';
import { sql } from 'kysely';
import {
  type AudienceRule,
  type Candidate,
  judge,
  ruleHash,
  type Verdict,
  writesIn,
} from './audience-rule.ts';

type Mission = Candidate & { id: string };
export type JudgedMission = Mission & Verdict;

/**
 * Applies a rule to every mission.
 * @throws {DomainError} `invalid`, naming each site, country or locale that no mission has, and when the
 * audience is empty: never silently a smaller audience than was meant.
 */
export async function judgeMissions(db: Db, rule: AudienceRule): Promise<JudgedMission[]> {
  const missions = await findMissions(db);
  const unknown = findUnknown(rule, missions, await groupKeys(db, rule));
  if (unknown.length > 0) throw invalid(...unknown);
  const judged = missions.map((mission) => ({ ...mission, ...judge(rule, mission) }));
  if (!judged.some((mission) => mission.included)) {
    throw invalid({ field: 'audience', message: 'no mission is reached by this rule' });
  }
  return judged;
}

/** Pages made of what a site's audiences hold carry this tag: a new audience may be one of the site's. */
export const AUDIENCES = 'audiences';
export const FEW_SITES = 4;

/** An audience, and the tags of the pages that do not know of it yet because it is new. */
export interface EnsuredAudience {
  id: string;
  newTo: string[];
}

/** The standing audience of a rule: rules that mean the same share one. Throws as `judgeMissions`. */
export async function ensureAudience(trx: Trx, rule: AudienceRule): Promise<EnsuredAudience> {
  await lockAudiences(trx);
  const hash = ruleHash(rule);
  const known = await trx
    .selectFrom('audience')
    .select('id')
    .where('rule_hash', '=', hash)
    .executeTakeFirst();
  if (known) return { id: known.id, newTo: [] }; // what it names was found when it was made, and sites are never deleted
  const judged = await judgeMissions(trx, rule);
  const id = newId();
  await trx
    .insertInto('audience')
    .values({ id, rule: JSON.stringify(rule), rule_hash: hash })
    .execute();
  const sites = judged.filter((mission) => mission.included).map((mission) => mission.id);
  await sql`insert into audience_site (audience, site) select ${id}::uuid, unnest(${sites}::uuid[])`.execute(
    trx,
  );
  return { id, newTo: sites.length <= FEW_SITES ? sites.map((site) => `site:${site}`) : [AUDIENCES] };
}

/**
 * Works out anew which standing audiences a mission belongs to: rules hold for later missions and changed ones.
 * Returns the audiences it entered or left.
 */
export async function placeAmongAudiences(trx: Trx, site: string): Promise<string[]> {
  await lockAudiences(trx);
  const [mission] = await findMissions(trx, site);
  const audiences = mission ? await trx.selectFrom('audience').select(['id', 'rule']).execute() : [];
  const now = audiences
    .filter(({ rule }) => mission && judge(rule as AudienceRule, mission).included)
    .map(({ id }) => id);
  const known = await trx.selectFrom('audience_site').select('audience').where('site', '=', site).execute();
  const before = new Set(known.map((row) => row.audience));
  const left = [...before.difference(new Set(now))];
  const entered = [...new Set(now).difference(before)];
  await sql`delete from audience_site where site = ${site} and audience = any(${left}::uuid[])`.execute(trx);
  await sql`insert into audience_site (site, audience)
    select ${site}::uuid, unnest(${entered}::uuid[])`.execute(trx);
  return [...entered, ...left];
}

/** A new audience and a new mission at the same moment must not miss each other. */
export async function lockAudiences(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('warta.audience'))`.execute(trx);
}

/** The missions, as rules look at them: all, or one. */
export async function findMissions(db: Db, id?: string): Promise<Mission[]> {
  return db
    .selectFrom('site')
    .select(['id', 'slug', 'kind', 'region', 'locales'])
    .select(
      sql<string[]>`array(select c.country from site_country c where c.site = site.id order by c.country)`.as(
        'countries',
      ),
    )
    .select(
      sql<string[]>`array(select g.key from site_group_member m join site_group g on g.id = m.site_group
        where m.site = site.id order by g.key)`.as('groups'),
    )
    .where('kind', 'in', MISSION_KINDS)
    .$if(id !== undefined, (query) => query.where('id', '=', id as string))
    .orderBy('slug')
    .execute();
}

/** Groups there are, whether or not somebody is in them. */
async function groupKeys(db: Db, rule: AudienceRule): Promise<ReadonlySet<string>> {
  if (!rule.groups) return new Set();
  const rows = await db.selectFrom('site_group').select('key').where('key', 'in', rule.groups).execute();
  return new Set(rows.map((row) => row.key));
}

function findUnknown(rule: AudienceRule, missions: Mission[], groups: ReadonlySet<string>): FieldError[] {
  const slugs = new Set(missions.map((mission) => mission.slug));
  const countries = new Set(missions.flatMap((mission) => mission.countries));
  const check = (
    list: 'groups' | 'sites' | 'except' | 'countries' | 'locales',
    known: (value: string) => boolean,
    what: string,
  ) =>
    (rule[list] ?? []).flatMap((value, index) =>
      known(value) ? [] : [{ field: `audience.${list}.${index}`, message: `${what} ${value}` }],
    );
  return [
    ...check('groups', (key) => groups.has(key), 'there is no group'),
    ...check('sites', (slug) => slugs.has(slug), 'there is no mission'),
    ...check('except', (slug) => slugs.has(slug), 'there is no mission'),
    ...check('countries', (country) => countries.has(country), 'no mission serves'),
    ...check(
      'locales',
      (locale) => missions.some((mission) => writesIn(mission, locale)),
      'no mission writes in',
    ),
  ];
}
