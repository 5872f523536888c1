import { seeded } from '../seeded.ts';

/**
 * So many of these, drawn as readers draw: the n-th most wanted is asked for an n-th as often as the first. Which ones
 * these are, and the draw, are the same at every run.
 */
export function drawnByZipf<T>(items: readonly T[], many: number): T[] {
  const random = seeded(7);
  const ranked = shuffled(items, random);
  const sums: number[] = [];
  for (const n of ranked.keys()) sums.push((sums.at(-1) ?? 0) + 1 / (n + 1));
  const most = sums.at(-1) ?? 0;
  return Array.from({ length: many }, () => ranked[firstAbove(sums, random() * most)] as T);
}

function firstAbove(sums: readonly number[], value: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
