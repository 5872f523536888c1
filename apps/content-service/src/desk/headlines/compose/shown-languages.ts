import { bestText, sameLanguage } from '@warta/languages';
import type { NamedMission } from './reach.ts';

/** A language of a headline, and the missions whose pages show it. */
export interface ShownLanguage {
  locale: string;
  missions: NamedMission[];
  /** Those of them that write in none of the headline's languages. */
  withoutOwn: NamedMission[];
}

/** A language that missions write in and the headline does not have. */
export interface MissingLanguage {
  locale: string;
  missions: number;
}

/** What the pages of these missions will show of a headline in these languages, the most shown first. */
export function shownLanguages(
  locales: readonly string[],
  missions: readonly NamedMission[],
): ShownLanguage[] {
  const texts = locales.map((locale) => ({ locale }));
  const found = new Map<string, ShownLanguage>();
  for (const mission of missions) {
    const hasOwn = mission.locales.some((own) => locales.some((locale) => sameLanguage(own, locale)));
    const shown = new Set(
      mission.locales.flatMap((own) => bestText(texts, own, mission.locales)?.locale ?? []),
    );
    for (const locale of shown) {
      const entry = found.get(locale) ?? { locale, missions: [], withoutOwn: [] };
      entry.missions.push(mission);
      if (!hasOwn) entry.withoutOwn.push(mission);
      found.set(locale, entry);
    }
  }
  return [...found.values()].sort((a, b) => b.missions.length - a.missions.length);
}

/** The languages that would serve most missions besides, the most wanted first. */
export function missingLanguages(
  locales: readonly string[],
  missions: readonly NamedMission[],
): MissingLanguage[] {
  const counts = new Map<string, number>();
  for (const own of missions.flatMap((mission) => mission.locales)) {
    if (!locales.some((locale) => sameLanguage(own, locale))) counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  return [...counts]
    .map(([locale, missions]) => ({ locale, missions }))
    .sort((a, b) => b.missions - a.missions || (a.locale < b.locale ? -1 : 1));
}
