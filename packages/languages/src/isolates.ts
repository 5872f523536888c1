import type { Direction } from './direction.ts';

/** First strong isolate and pop directional isolate (Unicode Bidirectional Algorithm, UAX #9, 2.4). */
const FSI = '\u2068';
const PDI = '\u2069';

/** Letters of scripts that run from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko, Adlam and their kin. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Words for the middle of a sentence that runs in `direction`: kept apart from it where they may run the other way,
 * so that neither moves what stands beside the other. From left to right most are left as they are.
 */
export function isolated(words: string, direction: Direction): string {
  const isNeeded = words !== '' && (direction === 'rtl' || RIGHT_TO_LEFT.test(words));
  return isNeeded ? `${FSI}${words}${PDI}` : words;
}

/** The same words for what is not drawn as a sentence: search engines, feeds, other programs. */
export function withoutIsolates(words: string): string {
  return words.replaceAll(FSI, '').replaceAll(PDI, '');
}
