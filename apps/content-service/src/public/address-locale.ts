import { canonicalLocale } from '@warta/languages';

/** Subtags of 4 to 8 letters are well-formed languages, but no language has one: they are words. */
const LANGUAGE = /^[a-z]{2,3}(-|$)/i;

/** The language that a word of an address names, in its canonical form; undefined where it names none. */
export function readLocale(word: string): string | undefined {
  return LANGUAGE.test(word) ? canonicalLocale(word) : undefined;
}
