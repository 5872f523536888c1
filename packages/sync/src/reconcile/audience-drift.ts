import type { Db } from '@warta/database';
import { type AudienceRule, judge } from '../audience-rule.ts';
import { findMissions } from '../audiences.ts';
import { type Drift, drift } from './drift.ts';

/** Missions that stand in an audience, or do not, against what its rule says today. */
export async function findAudienceDrift(db: Db): Promise<Drift[]> {
  const missions = await findMissions(db);
  const audiences = await db.selectFrom('audience').select(['id', 'rule']).orderBy('id').execute();
  const members = await db.selectFrom('audience_site').select(['audience', 'site']).execute();
  const numbers = await db.selectFrom('headline').select(['audience', 'number']).orderBy('number').execute();
  const sitesOf = Map.groupBy(members, (row) => row.audience);
  const headlinesOf = Map.groupBy(numbers, (row) => row.audience);
  return audiences.flatMap(({ id, rule }) => {
    const inside = new Set(sitesOf.get(id)?.map((row) => row.site));
    const headlines = headlinesOf.get(id)?.map((row) => row.number) ?? [];
    return missions.flatMap((mission) => {
      const { included } = judge(rule as AudienceRule, mission);
      if (included === inside.has(mission.id)) return [];
      const what = included
        ? 'it belongs to it by its rule and is not in it'
        : 'it is in it against its rule';
      const which = headlines.length > 0 ? `the audience of ${inWords(headlines)}` : 'an audience';
      return [drift('audience', `${which}: ${what}`, { site: mission.slug, audience: id })];
    });
  });
}

function inWords(numbers: readonly number[]): string {
  const some = numbers.slice(-5).map((number) => `headline ${number}`);
  return numbers.length > some.length ? `${some.join(', ')} and others` : some.join(', ');
}
