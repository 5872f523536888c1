/** A picture for a text that has none, to be shown where it is passed on. */
export interface Card {
  title: string;
  /** The language of the title, and which way it is written. */
  lang: string;
  dir: 'ltr' | 'rtl';
  /** Whose it is. */
  name: string;
  /** `#b3261e`. */
  accent: string;
}

/** Raised when cards are drawn in another way, so that nobody keeps the old ones. */
export const CARD_DESIGN = 1;

const LETTERS =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Thai}\p{M}]$/u;
const JAPANESE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fb\u30fc\u3000-\u303f\uff01-\uffe6]$/u;
/** Signs that the fonts have besides letters: those of the first pages, general punctuation, currencies. */
const SIGNS = /^[\p{P}\p{N}\p{Zs}\p{Sc}]$/u;
const PLAIN = 0x0100;
const PUNCTUATION =
  /^[\u2010-\u2027\u2030-\u203a\u20a0-\u20bf\u2122\u200c-\u200f\u060c-\u061f\u0640\u0660-\u066d]$/u;

/**
 * Whether our fonts have every sign of a card: what they lack would be drawn as empty boxes. Han is drawn in its
 * Japanese forms, which are wrong for other languages.
 */
export function canDraw({ title, name, lang }: Card): boolean {
  const isJapanese = /^ja(-|$)/.test(lang);
  return [...`${title}${name}`].every(
    (sign) => LETTERS.test(sign) || isSign(sign) || (isJapanese && JAPANESE.test(sign)),
  );
}

function isSign(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  return (
    PUNCTUATION.test(sign) ||
    (code >= 0x20 && code < PLAIN) ||
    (SIGNS.test(sign) && code < 0x0700 && code >= 0x0600)
  );
}
