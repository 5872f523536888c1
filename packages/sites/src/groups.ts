import { type Actor, recordAudit } from '@warta/audit';
import { type Db, newId, type Trx, type Words } from '@warta/database';
import { DomainError, invalid } from '@warta/problems';
import { sql } from 'kysely';
import { z } from 'zod';
import { someWords } from './fields.ts';

/** Missions under one name, such as those of a summit's members; made and kept by the ministry's desk. */
export interface Group {
  id: string;
  key: string;
  name: Words;
  /** Slugs, in order. */
  sites: string[];
  version: number;
}

export const groupKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, 'is not a short name such as g20: lower-case letters, digits and hyphens');

export const groupInput = z.strictObject({
  name: someWords,
  sites: z
    .array(z.string().max(40))
    .max(20_000)
    .transform((slugs) => [...new Set(slugs)].sort()),
});
export type GroupInput = z.output<typeof groupInput>;

/** All groups, by their keys. */
export async function listGroups(db: Db): Promise<Group[]> {
  return db
    .selectFrom('site_group as g')
    .select(['g.id', 'g.key', 'g.name', 'g.version'])
    .select(
      sql<string[]>`array(select s.slug from site_group_member m join site s on s.id = m.site
        where m.site_group = g.id order by s.slug)`.as('sites'),
    )
    .orderBy('g.key')
    .execute();
}

/**
 * Makes a group (`version` null) or changes it, and returns it with the ids of the sites that are in it now and were
 * not, or the other way round. The caller places these among the audiences.
 * @throws {DomainError} `conflict` for a key that is taken; `not-found`; `stale-version`; `invalid` for a site that
 * is not there.
 */
export async function saveGroup(
  trx: Trx,
  actor: Actor,
  key: string,
  input: GroupInput,
  version: number | null,
): Promise<{ group: Group; moved: string[] }> {
  const before = await lockGroup(trx, key);
  refuseOtherVersion(key, before, version);
  const sites = await idsOf(trx, input.sites);
  const group = {
    id: before?.id ?? newId(),
    key,
    name: input.name,
    sites: input.sites,
    version: (before?.version ?? 0) + 1,
  };
  const row = { name: JSON.stringify(input.name), version: group.version };
  await trx
    .insertInto('site_group')
    .values({ id: group.id, key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute();
  const moved = await writeMembers(trx, group.id, sites);
  await recordAudit(trx, actor, {
    action: before ? 'group.change' : 'group.make',
    subject: `group:${key}`,
    ...(before && { before }),
    after: group,
  });
  return { group, moved };
}

/**
 * Removes a group. The caller makes sure that nothing names it.
 * @throws {DomainError} `not-found`; `stale-version`
 */
export async function removeGroup(trx: Trx, actor: Actor, key: string, version: number): Promise<void> {
  const before = await lockGroup(trx, key);
  if (!before) throw new DomainError('not-found', `There is no group ${key}.`);
  refuseOtherVersion(key, before, version);
  await trx.deleteFrom('site_group').where('id', '=', before.id).execute();
  await recordAudit(trx, actor, { action: 'group.remove', subject: `group:${key}`, before });
}

async function lockGroup(trx: Trx, key: string): Promise<Group | undefined> {
  await trx.selectFrom('site_group').select('id').where('key', '=', key).forUpdate().execute();
  return (await listGroups(trx)).find((group) => group.key === key);
}

function refuseOtherVersion(key: string, before: Group | undefined, version: number | null): void {
  if (before && version === null) {
    const error = { field: 'key', message: 'is taken by another group', why: 'repeated' };
    throw new DomainError('conflict', `There is a group ${key} already.`, [error]);
  }
  if (!before && version !== null) throw new DomainError('not-found', `There is no group ${key}.`);
  if (before && before.version !== version) {
    throw new DomainError('stale-version', `The group has changed: its version is now ${before.version}.`);
  }
}

async function idsOf(trx: Trx, slugs: readonly string[]): Promise<string[]> {
  if (slugs.length === 0) return [];
  const rows = await trx.selectFrom('site').select(['id', 'slug']).where('slug', 'in', slugs).execute();
  const known = new Set(rows.map((row) => row.slug));
  const errors = slugs.flatMap((slug, index) =>
    known.has(slug) ? [] : [{ field: `sites.${index}`, message: `there is no mission ${slug}` }],
  );
  if (errors.length > 0) throw invalid(...errors);
  return rows.map((row) => row.id);
}

/** Returns who came and who went. */
async function writeMembers(trx: Trx, group: string, sites: readonly string[]): Promise<string[]> {
  const left = await trx
    .deleteFrom('site_group_member')
    .where('site_group', '=', group)
    .returning('site')
    .execute();
  await sql`insert into site_group_member (site_group, site)
    select ${group}::uuid, unnest(${[...sites]}::uuid[])`.execute(trx);
  return [...new Set(sites).symmetricDifference(new Set(left.map((row) => row.site)))];
}
