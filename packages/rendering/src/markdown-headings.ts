import type { Token, Tokens } from 'marked';
import { innerTokens } from './markdown-limits.ts';

/** A heading with its place in the page: `level` 2–6 and an id of its own. */
export interface PlacedHeading extends Tokens.Heading {
  level: number;
  id: string;
}

/**
 * Gives each heading its level and id. The page's own title is the h1, so a text starts at h2, whatever
 * its writer started at, and never skips a level on the way down.
 */
export function placeHeadings(tokens: Token[], prefix: string): void {
  const headings = [...headingsOf(tokens)] as PlacedHeading[];
  const depths = [...new Set(headings.map((heading) => heading.depth))].sort();
  const taken = new Map<string, number>();
  let previous = 1;
  for (const heading of headings) {
    heading.level = Math.min(depths.indexOf(heading.depth) + 2, previous + 1, 6);
    heading.id = freeId(prefix + slugOf(plainText(heading.tokens)), taken);
    previous = heading.level;
  }
}

function* headingsOf(tokens: Token[]): Generator<Tokens.Heading> {
  for (const token of tokens) {
    if (token.type === 'heading') yield token as Tokens.Heading;
    for (const inner of innerTokens(token)) yield* headingsOf(inner);
  }
}

function plainText(tokens: Token[]): string {
  return tokens
    .map((token) =>
      'tokens' in token && token.tokens ? plainText(token.tokens) : 'text' in token ? token.text : '',
    )
    .join('');
}

function slugOf(text: string): string {
  const words = text
    .toLowerCase()
    .normalize('NFC')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['section'];
  return words.join('-').slice(0, 80);
}

function freeId(wanted: string, taken: Map<string, number>): string {
  const times = (taken.get(wanted) ?? 0) + 1;
  taken.set(wanted, times);
  return times === 1 ? wanted : freeId(`${wanted}-${times}`, taken);
}
