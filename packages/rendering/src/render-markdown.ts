import { Marked, type TokensList } from 'marked';
import { placeHeadings } from './markdown-headings.ts';
import { checkMarkdownDepth, checkMarkdownSource, MarkdownError } from './markdown-limits.ts';
import { renderer } from './markdown-renderer.ts';
import type { Html } from './page-parts.ts';
import { sanitise } from './sanitise.ts';

const marked = new Marked({ gfm: true, renderer });

/**
 * Markdown as HTML that is safe to print on any page. Throws a `MarkdownError` when the text is too long
 * or nested too deep. Ids of headings start with `headingPrefix`, so that they cannot stand for anything
 * else in the page.
 */
export function renderMarkdown(markdown: string, { headingPrefix = 's-' } = {}): Html {
  checkMarkdownSource(markdown);
  const tokens = parse(markdown);
  checkMarkdownDepth(tokens);
  placeHeadings(tokens, headingPrefix);
  return sanitise(marked.parser(tokens));
}

function parse(markdown: string): TokensList {
  try {
    return marked.lexer(markdown);
  } catch (error) {
    // What slips past the count of markers still ends as a clear answer, not as a crash.
    if (error instanceof RangeError) throw new MarkdownError('too-deep');
    throw error;
  }
}
