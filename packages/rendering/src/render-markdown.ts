import { Marked, type TokensList } from 'marked';
import { placeHeadings } from './markdown-headings.ts';
import { checkMarkdownDepth, checkMarkdownSource, MarkdownError } from './markdown-limits.ts';
import { type BodyPictures, placePictures } from './markdown-pictures.ts';
import { renderer } from './markdown-renderer.ts';
import type { Html } from './page-parts.ts';
import { sanitise } from './sanitise.ts';

const marked = new Marked({ gfm: true, renderer });

export interface MarkdownOptions {
  /** What ids of headings start with, so that they cannot stand for anything else in the page. */
  headingPrefix?: string;
  /** The pictures the text may show. Where they are not given, the addresses of pictures stay as they are. */
  pictures?: BodyPictures | undefined;
}

/**
 * Markdown as HTML that is safe to print on any page. A picture that has a paragraph to itself becomes a figure.
 * Throws a `MarkdownError` when the text is too long or nested too deep, and an `UnknownPictureError` for a picture
 * under `/media/` that is not among `pictures`.
 */
export function renderMarkdown(
  markdown: string,
  { headingPrefix = 's-', pictures }: MarkdownOptions = {},
): Html {
  checkMarkdownSource(markdown);
  const tokens = parse(markdown);
  checkMarkdownDepth(tokens);
  placeHeadings(tokens, headingPrefix);
  if (pictures) placePictures(tokens, pictures);
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
