import { baseLanguage } from '@warta/languages';

/** PostgreSQL's configurations by language: those that version 15 has, since both databases must know them. */
const BY_LANGUAGE: Record<string, string> = {
  ar: 'arabic',
  ca: 'catalan',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hi: 'hindi',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  it: 'italian',
  lt: 'lithuanian',
  nb: 'norwegian',
  ne: 'nepali',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};

/** The configuration for a language; words of one without are taken as they are. */
export function searchConfig(locale: string): string {
  return BY_LANGUAGE[baseLanguage(locale)] ?? 'simple';
}

export const SEARCH_CONFIGS: readonly string[] = [...new Set([...Object.values(BY_LANGUAGE), 'simple'])];
