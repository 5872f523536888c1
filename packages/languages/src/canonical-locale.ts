const LONGEST = 35;

/**
 * The canonical form of a BCP 47 tag (`ID` → `id`, `zh-hant` → `zh-Hant`, `in` → `id`), or `undefined` when
 * it is malformed or longer than 35 characters, the length RFC 5646 §4.4.1 asks receivers to hold.
 */
export function canonicalLocale(tag: string): string | undefined {
  if (tag.length > LONGEST) return undefined;
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    return canonical !== undefined && canonical.length <= LONGEST ? canonical : undefined;
  } catch {
    return undefined;
  }
}

/** The language subtag of a tag: `pt-BR` → `pt`. Lower-cases it, checks nothing. */
export function baseLanguage(locale: string): string {
  const [base = ''] = locale.split('-', 1);
  return base.toLowerCase();
}

/** Whether two tags name the same base language: `pt-BR` and `pt-PT` do, `fa` and `ar` do not. */
export function sameLanguage(a: string, b: string): boolean {
  return baseLanguage(a) === baseLanguage(b);
}
