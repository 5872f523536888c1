import { Marked, type Token, type Tokens } from 'marked';

/** What a text holds that somebody should look at before it is published. */
export interface MarkdownParts {
  /** In the order of the text; `level` 1 to 6 as it was written. */
  headings: { level: number; text: string }[];
  images: { alt: string; address: string }[];
  links: { text: string; address: string }[];
}

const parser = new Marked({ gfm: true });

/** The headings, pictures and links of a Markdown text, without rendering it. */
export function inspectMarkdown(markdown: string): MarkdownParts {
  const parts: MarkdownParts = { headings: [], images: [], links: [] };
  parser.walkTokens(parser.lexer(markdown), (token) => note(parts, token));
  return parts;
}

function note(parts: MarkdownParts, token: Token): void {
  if (token.type === 'heading') {
    const { depth, text } = token as Tokens.Heading;
    parts.headings.push({ level: depth, text });
  } else if (token.type === 'image') {
    const { text, href } = token as Tokens.Image;
    parts.images.push({ alt: text, address: href });
  } else if (token.type === 'link') {
    const { text, href, tokens } = token as Tokens.Link;
    const hasPicture = tokens.some((part) => part.type === 'image' && (part as Tokens.Image).text !== '');
    parts.links.push({ text: hasPicture ? 'picture' : text.trim(), address: href });
  }
}
