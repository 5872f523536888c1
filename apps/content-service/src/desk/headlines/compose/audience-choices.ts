import { countryName } from '@warta/languages';
import { bestWords, listGroups, listLocales, listSites, MISSION_KINDS, REGIONS } from '@warta/sites';
import { type AudienceRule, listHeadlines, ruleHash } from '@warta/sync';
import type { DeskContext } from '../../context.ts';
import type { DeskLanguage } from '../../frame/words.ts';
import { listMissions } from './reach.ts';

const BEFORE = 40;
const MOST_BEFORE = 6;
const CONSULATES = ['consulate-general', 'consulate'] as const;

/** What can be picked. */
export async function audienceChoices(context: DeskContext, lang: DeskLanguage) {
  const { db } = context.database;
  const [groups, locales, missions, sites] = await Promise.all([
    listGroups(db),
    listLocales(db),
    listMissions(context, lang),
    listSites(db),
  ]);
  const regions = REGIONS.filter((region) => missions.some((mission) => mission.region === region));
  return {
    choices: {
      regions,
      kinds: MISSION_KINDS.filter((kind) => missions.some((mission) => mission.kind === kind)),
      countries: countriesOf(sites, lang),
      locales,
      groups: groups.map(({ key, name, sites }) => {
        return { key, name: bestWords(name, lang)?.text ?? key, count: sites.length };
      }),
      missions: [...regions, null].map((region) => ({
        region,
        missions: missions.filter((mission) => mission.region === region),
      })),
    },
    presets: await presetsOf(context, regions),
  };
}

function countriesOf(sites: Awaited<ReturnType<typeof listSites>>, lang: DeskLanguage) {
  const missions = sites.filter(({ kind }) => kind !== 'ministry');
  const codes = new Set(missions.flatMap(({ country, accreditedTo }) => [country, ...accreditedTo]));
  const byName = new Intl.Collator(lang).compare;
  return [...codes]
    .map((code) => ({ code, name: countryName(code, lang) }))
    .sort((a, b) => byName(a.name, b.name));
}

/** Audiences at a press: what there always is, and those that headlines went to last. */
async function presetsOf({ database: { db } }: DeskContext, regions: readonly (typeof REGIONS)[number][]) {
  const fixed: { name: string; region?: string; rule: AudienceRule }[] = [
    { name: 'all', rule: { all: true } },
    { name: 'embassies', rule: { kinds: ['embassy'] } },
    { name: 'consulates', rule: { kinds: [...CONSULATES] } },
    ...regions.map((region) => ({ name: 'region', region, rule: { regions: [region] } })),
  ];
  const known = new Set(fixed.map(({ rule }) => ruleHash(rule)));
  const before: AudienceRule[] = [];
  for (const { audience } of await listHeadlines(db, { limit: BEFORE })) {
    const hash = ruleHash(audience);
    if (known.has(hash) || before.length === MOST_BEFORE) continue;
    known.add(hash);
    before.push(audience);
  }
  return { fixed, before };
}
