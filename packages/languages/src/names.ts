import { memoise } from './memoise.ts';

/** Where the runtime's data has no name, or one that reads as a country in a menu of languages. */
const ENDONYMS: Record<string, string> = {
  id: 'Bahasa Indonesia',
  ms: 'Bahasa Melayu',
  fj: 'Vosa Vakaviti',
  tet: 'Tetun',
  tpi: 'Tok Pisin',
};

/** Places whose long names are a description of their status; a directory needs only the name. */
const SHORT_NAMED = new Set(['HK', 'MO', 'PS']);

const languagesIn = memoise(
  (locale) => new Intl.DisplayNames([locale, 'en'], { type: 'language', fallback: 'code' }),
);
const countriesIn = memoise(
  (locale) => new Intl.DisplayNames([locale, 'en'], { type: 'region', fallback: 'code' }),
);
const shortCountriesIn = memoise(
  (locale) => new Intl.DisplayNames([locale, 'en'], { type: 'region', style: 'short', fallback: 'code' }),
);

const languageNamesIn = memoise((inLocale) =>
  memoise((locale) => languagesIn(inLocale).of(locale) ?? locale),
);

/**
 * A language's name in another language, in the case a running sentence wants (`languageName('ja', 'id')` →
 * `Jepang`). English where `inLocale` has no data, the tag itself where nothing has a name for it. Both tags
 * must be well formed (see `canonicalLocale`), else it throws a RangeError.
 */
export function languageName(locale: string, inLocale: string): string {
  return languageNamesIn(inLocale)(locale);
}

/** A language's own name for itself, its first letter as the language writes it: `español`, `Deutsch`, `日本語`. */
export function endonym(locale: string): string {
  return ENDONYMS[locale] ?? languageName(locale, locale);
}

/**
 * The name of an ISO 3166-1 alpha-2 place in a language, English where that language has no data, the code
 * where there is no name. Throws a RangeError for what is not two letters.
 */
export function countryName(code: string, inLocale: string): string {
  const names = SHORT_NAMED.has(code.toUpperCase()) ? shortCountriesIn(inLocale) : countriesIn(inLocale);
  return names.of(code) ?? code;
}
