import type { Words } from '@warta/database';
import { directionOf, sameLanguage, stringsLocale } from '@warta/languages';
import type { Tongue } from '@warta/rendering';
import { bestWords } from '@warta/sites';

/** Words for a page in `locale`, with their own language where that is not the one the page is in. */
export function wordsFor(
  words: Words,
  locale: string,
  others: readonly string[] = [],
): { text: string; tongue?: Tongue } | undefined {
  const best = bestWords(words, locale, others);
  if (!best) return undefined;
  if (best.locale === 'und' || sameLanguage(best.locale, stringsLocale(locale))) return { text: best.text };
  return { text: best.text, tongue: { lang: best.locale, dir: directionOf(best.locale) } };
}
