import { readdirSync, readFileSync } from 'node:fs';
import { baseLanguage } from './canonical-locale.ts';

/** The interface's strings in one language: flat ICU messages by key. */
export interface Catalogue {
  locale: string;
  messages: ReadonlyMap<string, string>;
}

export type Catalogues = ReadonlyMap<string, Catalogue>;

/** Every catalogue in a folder, by its tag: adding a language is adding a file. Throws where one is not JSON. */
export function readCatalogues(folder: URL): Catalogues {
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => {
        const locale = file.slice(0, -'.json'.length);
        const strings: Record<string, string> = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
        return [locale, { locale, messages: new Map(Object.entries(strings)) }];
      }),
  );
}

/** What readers' pages say. */
export const CATALOGUES = readCatalogues(new URL('../catalogues/', import.meta.url));

/** The catalogue that serves a locale: its own, its base language's, else English. */
export function catalogueFor(locale: string, catalogues: Catalogues = CATALOGUES): Catalogue {
  return (
    catalogues.get(locale) ??
    catalogues.get(baseLanguage(locale)) ??
    catalogues.get('en') ?? { locale: 'en', messages: new Map() }
  );
}

/** The tag of the language a locale's strings come in, for `lang`: `fr` → `en` while there is no French one. */
export function stringsLocale(locale: string): string {
  return catalogueFor(locale).locale;
}
