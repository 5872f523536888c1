import { countryName, languageName, translator } from '@warta/languages';
import type { AudienceRule } from '@warta/sync';
import { type DeskLanguage, deskWords } from '../../frame/words.ts';
import type { Missed } from './reach.ts';

/** What is said of a reach, on the page and in the part of it that is sent while one picks. */
export function reachWords(lang: DeskLanguage) {
  const t = deskWords(lang);
  const readers = translator(lang);
  const inWords: Record<Missed['miss']['code'], (each: string) => string> = {
    excepted: String,
    'not-named': String,
    region: (region) => readers(`region.${region}`),
    kind: (kind) => readers(`kind.${kind}`),
    countries: (country) => countryName(country, lang),
    locales: (locale) => languageName(locale, lang),
  };
  const named = (words: (each: string) => string, list: readonly string[] | undefined) =>
    list ? [list.map(words).join(', ')] : [];
  return {
    t,
    /** A rule as short as it can be said. */
    ruleInWords: (rule: AudienceRule) => {
      const { regions, kinds, countries, locales, groups, sites, except } = rule;
      const filters = [
        ...named(inWords.region, regions),
        ...named(inWords.kind, kinds),
        ...named(inWords.countries, countries),
        ...named(inWords.locales, locales),
      ].join(' · ');
      const parts = [
        rule.all ? t('audience.all') : filters,
        ...named(String, groups),
        ...named(String, sites),
      ];
      const whole = parts.filter(Boolean).join(' + ');
      return except ? t('audience.less', { whole, except: except.join(', ') }) : whole;
    },
    /** Why a mission is not reached. */
    reason: ({ miss: { code, has } }: Missed) =>
      t(`reach.miss-${code}`, { has: has.map(inWords[code]).join(', ') || t('reach.none') }),
    /** How many are not reached, and for which reasons, the most frequent first. */
    skipped: (missed: readonly Missed[]) => {
      const counts = new Map<string, number>();
      for (const { miss } of missed) counts.set(miss.code, (counts.get(miss.code) ?? 0) + 1);
      const reasons = [...counts].sort(([, a], [, b]) => b - a);
      const why = reasons.map(([code, n]) => t(`reach.count-${code}`, { n })).join(', ');
      return reasons.length > 1 ? t('reach.skips', { n: missed.length, why }) : t('reach.skips-one', { why });
    },
  };
}
