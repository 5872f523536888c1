import type { Actor } from '@warta/audit';
import { announceChange } from '@warta/changes';
import type { Db, Trx } from '@warta/database';
import { DomainError } from '@warta/problems';
import { type Group, type GroupInput, removeGroup, saveGroup } from '@warta/sites';
import { sql } from 'kysely';
import { AUDIENCES, FEW_SITES, placeAmongAudiences } from './audiences.ts';
import { openForSite } from './network.ts';

/**
 * Makes a named group (`version` null) or changes it: rules that name it hold for whoever is in it from now on.
 * @throws {DomainError} as `saveGroup` of sites
 */
export async function changeGroup(
  db: Db,
  actor: Actor,
  key: string,
  input: GroupInput,
  version: number | null,
  also: (trx: Trx, group: Group) => Promise<void> = async () => {},
): Promise<Group> {
  return db.transaction().execute(async (trx) => {
    const { group, moved } = await saveGroup(trx, actor, key, input, version);
    for (const site of moved) {
      const audiences = await placeAmongAudiences(trx, site);
      if (audiences.length > 0) await openForSite(trx, site, audiences);
    }
    await also(trx, group);
    await announceChange(trx, moved.length <= FEW_SITES ? moved.map((site) => `site:${site}`) : [AUDIENCES]);
    return group;
  });
}

/**
 * Removes a group that no headline is for.
 * @throws {DomainError} `not-found`; `stale-version`; `conflict` where an audience names it
 */
export async function dropGroup(db: Db, actor: Actor, key: string, version: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql`select from audience where rule->'groups' ? ${key} limit 1`.execute(trx);
    if (rows.length > 0) {
      throw new DomainError(
        'conflict',
        'Headlines were sent to this group: take the missions out of it instead.',
      );
    }
    await removeGroup(trx, actor, key, version);
  });
}
