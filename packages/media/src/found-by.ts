import type { Words } from '@warta/database';

/** What a row of the library can be found by. */
export interface Findable {
  alt: Words;
  caption: Words;
  credit: string;
  title: string;
}

/** All words of a picture or document as one text, as `fold` makes it. */
export function foundBy({ alt, caption, credit, title }: Findable): string {
  return fold([title, credit, ...Object.values(alt), ...Object.values(caption)].join(' '));
}

/** In lower case, without accents and with single spaces, so that what is typed in a hurry is found too. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
