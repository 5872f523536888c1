import { sameLanguage } from './canonical-locale.ts';
import { scriptOf } from './script.ts';

/**
 * The text to show a reader who asked for `wanted` on a site with these languages: the same tag, the same base
 * language, the site's order, English, Indonesian, any. Each step prefers the exact tag; among several texts of
 * one base language it takes the one in the same script (`zh-TW` reads `zh-Hant` before `zh-Hans`), then the
 * first by tag, so the answer does not depend on the order of `texts`. `undefined` only where there is none.
 * All tags are canonical (see `canonicalLocale`).
 */
export function bestText<T extends { locale: string }>(
  texts: readonly T[],
  wanted: string,
  siteLocales: readonly string[],
): T | undefined {
  if (texts.length < 2) return texts[0];
  for (const locale of [wanted, ...siteLocales, 'en', 'id']) {
    const text = closest(texts, locale);
    if (text !== undefined) return text;
  }
  return first(texts);
}

function closest<T extends { locale: string }>(texts: readonly T[], locale: string): T | undefined {
  const exact = texts.find((text) => text.locale === locale);
  if (exact !== undefined) return exact;
  const kin = texts.filter((text) => sameLanguage(text.locale, locale));
  if (kin.length < 2) return kin[0];
  const readable = kin.filter((text) => scriptOf(text.locale) === scriptOf(locale));
  return first(readable.length > 0 ? readable : kin);
}

function first<T extends { locale: string }>(texts: readonly T[]): T | undefined {
  return texts.reduce<T | undefined>(
    (least, text) => (least === undefined || text.locale < least.locale ? text : least),
    undefined,
  );
}
