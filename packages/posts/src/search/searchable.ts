import { searchWords } from '@warta/languages';

const MOST_SIGNS = 40_000;
const LONGEST_WORD = 60;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** Sanitised HTML as plain text: elements that stand apart leave a space. */
export function plainText(html: string): string {
  return html
    .slice(0, MOST_SIGNS * 2)
    .replace(/<\/?(?:a|b|bdi|code|em|i|s|span|strong|sub|sup|u)(?: [^>]*)?>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(\w+|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_SIGNS);
}

/** The words of a text for PostgreSQL: letters and digits alone, one space between, so that it takes each for one word. */
export function searchable(text: string): string {
  return searchWords(text)
    .map(({ word }) => word.slice(0, LONGEST_WORD))
    .join(' ');
}
