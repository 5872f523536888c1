import { readdirSync, readFileSync } from 'node:fs';
import { baseLanguage } from './canonical-locale.ts';

/** The interface's strings in one language: flat ICU messages by key. */
export interface Catalogue {
  locale: string;
  messages: ReadonlyMap<string, string>;
}

const FOLDER = new URL('../catalogues/', import.meta.url);

/** Every catalogue in the folder, by its tag: adding a language is adding a file. Throws where one is not JSON. */
export const CATALOGUES: ReadonlyMap<string, Catalogue> = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const locale = file.slice(0, -'.json'.length);
      const strings: Record<string, string> = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
      return [locale, { locale, messages: new Map(Object.entries(strings)) }];
    }),
);

const ENGLISH: Catalogue = CATALOGUES.get('en') ?? { locale: 'en', messages: new Map() };

/** The catalogue that serves a locale: its own, its base language's, else English. */
export function catalogueFor(locale: string): Catalogue {
  return CATALOGUES.get(locale) ?? CATALOGUES.get(baseLanguage(locale)) ?? ENGLISH;
}

/** The tag of the language a locale's strings come in, for `lang`: `fr` → `en` while there is no French one. */
export function stringsLocale(locale: string): string {
  return catalogueFor(locale).locale;
}
