import { canonicalLocale } from '@warta/languages';
import { LRUCache } from 'lru-cache';

const LONGEST = 200;
const MOST = 10;
const known = new LRUCache<string, readonly string[]>({ max: 1000 });

/** The languages of an `Accept-Language`, the most wanted first; what is no language, or not wanted at all, is left out. */
export function preferredLanguages(header: string): readonly string[] {
  if (header.length > LONGEST) return [];
  const before = known.get(header);
  if (before) return before;
  const languages = header
    .split(',', MOST)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice('q='.length);
      return { language: canonicalLocale(tag), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ language }) => language ?? []);
  known.set(header, languages);
  return languages;
}
