import type { RendererObject, Tokens } from 'marked';
import { escapeHtml } from './escape-html.ts';
import type { PlacedHeading } from './markdown-headings.ts';
import { figure, isPlaced, pictureElement, picturesAlone } from './markdown-pictures.ts';
import { isExternal, safeLink, safePicture } from './safe-address.ts';
import { keepInlineTags } from './sanitise.ts';

/** How Markdown becomes HTML here, where that differs from marked's own way. */
export const renderer: RendererObject = {
  heading(token) {
    const { level, id } = token as PlacedHeading;
    return `<h${level} id="${escapeHtml(id)}">${this.parser.parseInline(token.tokens)}</h${level}>\n`;
  },
  link({ href, title, tokens }) {
    const text = this.parser.parseInline(tokens);
    const address = safeLink(href);
    if (!address) return text;
    const rel = isExternal(address) ? ' rel="external noreferrer"' : '';
    return `<a href="${escapeHtml(address)}"${titleOf(title)}${rel}>${text}</a>`;
  },
  paragraph({ tokens }) {
    const pictures = picturesAlone(tokens);
    return pictures ? pictures.map(figure).join('') : `<p>${this.parser.parseInline(tokens)}</p>\n`;
  },
  image(token) {
    if (isPlaced(token)) return pictureElement(token);
    const { href, title, text } = token;
    const address = safePicture(href);
    if (!address) return pictureElsewhere(href, text);
    return `<img src="${escapeHtml(address)}" alt="${escapeHtml(text)}"${titleOf(title)} loading="lazy">`;
  },
  html({ text, block }) {
    const kept = keepInlineTags(text);
    return block && kept.trim() ? `<p>${kept}</p>\n` : kept;
  },
  checkbox({ checked }) {
    return checked ? '☑ ' : '☐ ';
  },
  code({ text }) {
    return `<pre><code>${escapeHtml(text)}</code></pre>\n`;
  },
  tablecell(cell) {
    const text = this.parser.parseInline(cell.tokens);
    const tag = cell.header && text ? 'th' : 'td';
    return `<${tag}${tag === 'th' ? ' scope="col"' : ''}${alignmentOf(cell)}>${text}</${tag}>\n`;
  },
};

function titleOf(title: string | null | undefined): string {
  return title ? ` title="${escapeHtml(title)}"` : '';
}

// "Left" and "right" of the writer's screen are the start and end of a line, in either direction.
function alignmentOf({ align }: Tokens.TableCell): string {
  if (align === 'right') return ' class="end"';
  return align === 'center' ? ' class="center"' : '';
}

/** A picture on another server would tell that server who reads the page: readers get a link to it instead. */
function pictureElsewhere(href: string, text: string): string {
  const address = safeLink(href);
  if (!address || !isExternal(address)) return escapeHtml(text);
  return `<a href="${escapeHtml(address)}" rel="external noreferrer">${escapeHtml(text || address)}</a>`;
}
