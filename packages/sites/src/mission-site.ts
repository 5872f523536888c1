import type { Mission } from './read-missions.ts';
import { type SiteInput, siteInput } from './site-input.ts';

/** A row of a list of missions as the site it becomes. */
export function missionSite(mission: Mission): SiteInput {
  const { nameId, nameEn, fullNameId, ...rest } = mission;
  return siteInput.parse({
    ...rest,
    name: { id: nameId, en: nameEn },
    fullName: { id: fullNameId, en: nameEn },
  });
}
