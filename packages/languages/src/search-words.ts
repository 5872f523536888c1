/** A word as search compares it, with its place in the text it was taken from. */
export interface SearchWord {
  word: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** One dictionary serves all of these scripts, whatever the locale it is asked by. */
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

const ASCII = /^[\0-\x7f]*$/;
const LATIN_MARKS = /([\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu;
/** Vowel signs of Arabic and Hebrew, the lengthening stroke, joiners. */
const OTHER_MARKS =
  /[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u200c\u200d]/g;
const SAME: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ё: 'е',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
};
const LETTERS = new RegExp(`[${Object.keys(SAME).join('')}]`, 'g');
const DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;

/**
 * The words of a text in the order they stand: without accents, case or vowel signs, and apart from each other in
 * scripts that write none apart. The same for what is searched and for what is searched in.
 */
export function searchWords(text: string): SearchWord[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: run, index }) => {
    if (!UNSPACED.test(run)) return wordAt(run, index);
    return [...segmenter.segment(run)].flatMap(({ segment, index: within, isWordLike }) =>
      isWordLike ? wordAt(segment, index + within) : [],
    );
  });
}

function wordAt(run: string, start: number): SearchWord[] {
  const word = folded(run);
  return word === '' ? [] : [{ word, start, end: start + run.length }];
}

function folded(run: string): string {
  if (ASCII.test(run)) return run.toLowerCase();
  return run
    .normalize('NFKD')
    .toLowerCase()
    .replace(LATIN_MARKS, '$1')
    .replace(OTHER_MARKS, '')
    .normalize('NFC')
    .replace(LETTERS, (letter) => SAME[letter] ?? letter)
    .replace(DIGIT, (digit) => String(digit.charCodeAt(0) & 15));
}
