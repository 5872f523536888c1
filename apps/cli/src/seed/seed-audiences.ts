import { type Db, newId, type Trx } from '@warta/database';
import { DomainError } from '@warta/problems';
import { type AudienceRule, judgeMissions, ruleHash } from '@warta/sync';
import { sql } from 'kysely';
import { CliError } from '../cli-error.ts';

/** Half of them are for all. */
const RULES: readonly AudienceRule[] = [
  { all: true },
  { all: true },
  { all: true },
  { regions: ['europe'] },
  { regions: ['asia-pacific', 'southeast-asia'] },
  { kinds: ['embassy'] },
];

/**
 * The ids of audiences for headlines to be drawn from; one comes more than once where more headlines are to have
 * it. Writes the tables of audiences itself, which only a loader for measurements may.
 * @throws {CliError} where there is no mission yet.
 */
export async function seedAudiences(db: Db): Promise<string[]> {
  const audiences = await Promise.all(RULES.map((rule) => ensureAudience(db, rule)));
  const reaching = audiences.filter((audience) => audience !== undefined);
  if (reaching.length === 0) throw new CliError('There is no mission yet for which a headline could be.');
  return reaching;
}

/** The standing audience of a rule; undefined where it reaches no mission. */
async function ensureAudience(db: Db, rule: AudienceRule): Promise<string | undefined> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('warta.audience'))`.execute(trx);
    const hash = ruleHash(rule);
    const known = trx.selectFrom('audience').select('id').where('rule_hash', '=', hash);
    const id = (await known.executeTakeFirst())?.id;
    if (id !== undefined) return id;
    const sites = await reachedBy(trx, rule);
    return sites.length > 0 ? insertAudience(trx, rule, hash, sites) : undefined;
  });
}

async function reachedBy(trx: Trx, rule: AudienceRule): Promise<string[]> {
  try {
    return (await judgeMissions(trx, rule)).filter(({ included }) => included).map(({ id }) => id);
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}

async function insertAudience(trx: Trx, rule: AudienceRule, hash: string, sites: string[]): Promise<string> {
  const id = newId();
  await trx
    .insertInto('audience')
    .values({ id, rule: JSON.stringify(rule), rule_hash: hash })
    .execute();
  await sql`insert into audience_site (audience, site) select ${id}::uuid, unnest(${sites}::uuid[])`.execute(
    trx,
  );
  return id;
}
