import { type Direction, directionOf, languageName } from '@warta/languages';
import type { Site } from '@warta/sites';

export interface SiteLanguage {
  locale: string;
  /** In the language of the desk. */
  name: string;
  dir: Direction;
}

/** The languages a site writes in, in its order. */
export function languagesFor({ locales }: Site, lang: string): SiteLanguage[] {
  return locales.map((locale) => ({ locale, name: languageName(locale, lang), dir: directionOf(locale) }));
}
