const SHORTEST = 4;
const LONGEST = 30;

/** What a word becomes where one sign of it is left out, and the word itself: two words with a slip between them share one. */
export function nearForms(word: string): string[] {
  const signs = [...word];
  return [...new Set([word, ...signs.map((_, at) => signs.toSpliced(at, 1).join(''))])];
}

/** Whether a slip in the word can be forgiven: short ones have too many neighbours, numbers mean what they say. */
export function isForgiven(word: string): boolean {
  const { length } = [...word];
  return length >= SHORTEST && length <= LONGEST && !/\p{N}/u.test(word);
}

/** How many signs have to be put in, left out, changed or swapped to make one word of the other. */
export function slipsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  const rows = [b.map((_, j) => j + 1).toSpliced(0, 0, 0)];
  for (const [i, sign] of a.entries()) {
    const row = [i + 1];
    for (const [j, opposite] of b.entries()) {
      const swapped = i > 0 && j > 0 && sign === b[j - 1] && a[i - 1] === opposite;
      row.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (rows[i]?.[j + 1] ?? 0) + 1,
          (rows[i]?.[j] ?? 0) + (sign === opposite ? 0 : 1),
          swapped ? (rows[i - 1]?.[j - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}
