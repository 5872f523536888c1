import { readdirSync, readFileSync } from 'node:fs';
import { baseLanguage, sameLanguage } from './canonical-locale.ts';
import { scriptOf } from './script.ts';

/** The entry of a file that says whether a speaker has reviewed it; no string of its own. */
const REVIEWED = '@reviewed';

/** The interface's strings in one language: flat ICU messages by key. */
export interface Catalogue {
  locale: string;
  /** Whether a speaker of the language has read all of it and agreed; see `docs/languages.md`. */
  reviewed: boolean;
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
        const { [REVIEWED]: reviewed, ...strings } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
        return [locale, { locale, reviewed: reviewed === true, messages: new Map(Object.entries(strings)) }];
      }),
  );
}

/** What readers' pages say. */
export const CATALOGUES = readCatalogues(new URL('../catalogues/', import.meta.url));

/**
 * The catalogue that serves a locale: its own, its base language's, one of the same language in the same script
 * (`zh-CN` reads `zh-Hans`, `zh-TW` does not), else English.
 */
export function catalogueFor(locale: string, catalogues: Catalogues = CATALOGUES): Catalogue {
  return (
    catalogues.get(locale) ??
    catalogues.get(baseLanguage(locale)) ??
    [...catalogues.values()].find((kin) => isReadable(kin.locale, locale)) ??
    catalogues.get('en') ?? { locale: 'en', reviewed: false, messages: new Map() }
  );
}

/** The tag of the language a locale's strings come in, for `lang`: `tet` → `en` while there is no Tetum one. */
export function stringsLocale(locale: string): string {
  return catalogueFor(locale).locale;
}

function isReadable(written: string, wanted: string): boolean {
  return sameLanguage(written, wanted) && scriptOf(written) === scriptOf(wanted);
}
