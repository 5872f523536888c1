import type { Translate } from '@warta/languages';

/** What the probe may have seen, and the words for it at the desk. */
const SIGHTS: readonly [RegExp, string][] = [
  [/^its address answers (?<status>\d+)/, 'address'],
  [/^the home answers (?<status>\d+)/, 'home'],
  [/^the home still shows it/, 'still'],
  [/^its address does not hold the text/, 'no-text'],
  [/^the home does not show it/, 'not-on-home'],
  [/^shows version (?<shown>\d+)/, 'version'],
  [/^the (title|body) is not the one/, 'other-text'],
  [/^could not be asked/, 'not-asked'],
];

/** What was wrong with what was seen, in plain words; what the desk has no words for stands as it is. */
export function errorInWords(t: Translate, error: string): string {
  for (const [sight, key] of SIGHTS) {
    const found = sight.exec(error);
    if (found) return t(`board.error.${key}`, { ...found.groups });
  }
  return error;
}
