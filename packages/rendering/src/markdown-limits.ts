import type { Token } from 'marked';

/** The longest Markdown that is rendered, in characters. */
export const MAX_MARKDOWN_LENGTH = 100_000;
/** How deep quotations, lists and emphasis may stand in each other. */
export const MAX_MARKDOWN_DEPTH = 40;

/** The longest run of Latin letters, digits and signs without a space: finding addresses in it takes its square. */
export const MAX_WORD_LENGTH = 2_000;

const CONTAINER = /[ \t]{0,64}(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))/y;
const LONG_WORD = new RegExp(`[\\w.!#$%&'*+/=?^\`{|}~-]{${MAX_WORD_LENGTH + 1}}`);

const LIMITS = {
  'too-long': [MAX_MARKDOWN_LENGTH, 'is longer than # characters'],
  'too-deep': [MAX_MARKDOWN_DEPTH, 'is nested deeper than # levels'],
  'word-too-long': [MAX_WORD_LENGTH, 'has a word longer than # characters'],
} as const;

/** Markdown that is too long or nested too deep to be rendered; callers make a field error of its code. */
export class MarkdownError extends Error {
  readonly code: keyof typeof LIMITS;
  readonly limit: number;

  constructor(code: keyof typeof LIMITS) {
    const [limit, reason] = LIMITS[code];
    super(`The text ${reason.replace('#', String(limit))}.`);
    this.name = 'MarkdownError';
    this.code = code;
    this.limit = limit;
  }
}

/** Refuses, before anything is parsed, what would take the parser too long or overflow its stack. */
export function checkMarkdownSource(markdown: string): void {
  if (markdown.length > MAX_MARKDOWN_LENGTH) throw new MarkdownError('too-long');
  if (LONG_WORD.test(markdown)) throw new MarkdownError('word-too-long');
  for (const line of markdown.split('\n')) {
    if (countContainers(line) > MAX_MARKDOWN_DEPTH) throw new MarkdownError('too-deep');
  }
}

/** Refuses parsed text whose tokens stand too deep in each other. */
export function checkMarkdownDepth(tokens: Token[], depth = 0): void {
  if (depth > MAX_MARKDOWN_DEPTH) throw new MarkdownError('too-deep');
  for (const token of tokens) {
    for (const inner of innerTokens(token)) checkMarkdownDepth(inner, depth + 1);
  }
}

/** The lists of tokens directly inside a token, in reading order. */
export function innerTokens(token: Token): Token[][] {
  if (token.type === 'list') return [token.items as Token[]];
  if (token.type === 'table') {
    const cells = [token.header, ...token.rows].flat() as { tokens: Token[] }[];
    return cells.map((cell) => cell.tokens);
  }
  return 'tokens' in token && token.tokens ? [token.tokens] : [];
}

function countContainers(line: string): number {
  let count = 0;
  CONTAINER.lastIndex = 0;
  while (CONTAINER.test(line)) count++;
  return /^[ \t]*(?:[-*_][ \t]*)+$/.test(line) ? 0 : count;
}
