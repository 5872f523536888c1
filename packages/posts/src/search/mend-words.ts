import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { isForgiven, nearForms, slipsBetween } from './near-words.ts';

const LONG = 8;

/**
 * For each of these words that no text has, the likeliest one that some text has and that is a slip away: two in a
 * long word. A word may come from a text that nobody may read yet: show it only beside what it has found.
 */
export async function mendWords(db: Db, words: readonly string[]): Promise<Map<string, string>> {
  const asked = [...new Set(words.filter(isForgiven))];
  if (asked.length === 0) return new Map();
  const { rows } = await sql<{ word: string; texts: number }>`
    /*near_words*/ select word, texts from search_word where near && ${asked.flatMap(nearForms)}::text[]`.execute(
    db,
  );
  const known = new Set(rows.map(({ word }) => word));
  return new Map(
    asked
      .filter((word) => !known.has(word))
      .flatMap((word) => {
        const best = likeliest(word, rows);
        return best === undefined ? [] : [[word, best] as const];
      }),
  );
}

function likeliest(word: string, rows: readonly { word: string; texts: number }[]): string | undefined {
  const most = word.length >= LONG ? 2 : 1;
  return rows
    .map((row) => ({ ...row, slips: slipsBetween(word, row.word) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips || b.texts - a.texts || (a.word < b.word ? -1 : 1))[0]?.word;
}
