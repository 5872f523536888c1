import { searchWords } from '@warta/languages';

export const LONGEST_QUERY = 200;
const MOST_WORDS = 10;

/** What a reader has typed, as PostgreSQL's `websearch_to_tsquery` takes it. */
export interface ReadQuery {
  /** Words, "words in this order", -without, OR; empty where nothing of it can be searched for. */
  terms: string;
  /** The same without regard to order: whatever has the terms has this, and the index knows it without a look at the text. */
  loose: string;
  /** Whether there is a choice between words. */
  either: boolean;
  /** The words that are asked for. */
  wanted: string[];
  /** Whether it was longer than what is searched for. */
  cut: boolean;
}

const TERM = /(-?)(?:"([^"]*)"?|([^\s"]+))/gu;

/**
 * Reads a query: its words become those of the index. Nothing in it is a sign of PostgreSQL's own but quotation marks,
 * a minus and OR, which are written anew.
 */
export function readQuery(typed: string): ReadQuery {
  const text = typed.trim();
  const terms: string[] = [];
  const loose: string[] = [];
  const wanted: string[] = [];
  let left = MOST_WORDS;
  let cut = text.length > LONGEST_QUERY;
  for (const [, minus, phrase, bare = ''] of text.slice(0, LONGEST_QUERY).matchAll(TERM)) {
    if (bare === 'OR' && !minus) {
      terms.push('or');
      loose.push('or');
      continue;
    }
    const all = searchWords(phrase ?? bare).map(({ word }) => word);
    const words = all.slice(0, left);
    if (words.length < all.length) cut = true;
    left -= words.length;
    if (words.length === 0) continue;
    if (!minus) wanted.push(...words);
    const apart = words.map((word) => `${minus}"${word}"`);
    const isOne = phrase !== undefined || minus;
    terms.push(...(isOne ? [`${minus}"${words.join(' ')}"`] : apart));
    if (!minus || words.length === 1) loose.push(...apart);
  }
  const isAsked = wanted.length > 0;
  return {
    terms: isAsked ? terms.join(' ') : '',
    loose: loose.join(' '),
    either: terms.includes('or'),
    wanted,
    cut,
  };
}

/** The query with other words in their place, as the reader would have typed it. */
export function withWords(typed: string, mended: ReadonlyMap<string, string>): string {
  return searchWords(typed).reduceRight(
    (text, { word, start, end }) =>
      mended.has(word) ? text.slice(0, start) + mended.get(word) + text.slice(end) : text,
    typed,
  );
}
