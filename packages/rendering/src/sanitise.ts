import sanitizeHtml from 'sanitize-html';
import type { Html } from './page-parts.ts';

const INLINE_TAGS = ['b', 'br', 'del', 'em', 'i', 'kbd', 'mark', 's', 'strong', 'sub', 'sup'];
const BLOCK_TAGS = ['blockquote', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'ol', 'p', 'pre', 'ul'];
const TABLE_TAGS = ['table', 'tbody', 'td', 'th', 'thead', 'tr'];
const PICTURE_TAGS = ['figcaption', 'figure', 'img', 'picture', 'small', 'source'];
const HEADING_ATTRIBUTES = Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, ['id']]));
const SINGLE_TAG = new RegExp(`^<(/?)(${INLINE_TAGS.join('|')})(?:[\\s/][\\s\\S]*)?>$`, 'i');

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...INLINE_TAGS, ...BLOCK_TAGS, ...TABLE_TAGS, ...PICTURE_TAGS, 'a', 'code'],
  allowedAttributes: {
    ...HEADING_ATTRIBUTES,
    a: ['href', 'rel', 'title'],
    figcaption: ['lang', 'dir'],
    img: ['src', 'alt', 'title', 'lang', 'dir', 'width', 'height', 'loading', 'decoding'],
    ol: ['start'],
    source: ['type', 'srcset', 'sizes'],
    th: ['scope'],
  },
  allowedClasses: { td: ['center', 'end'], th: ['center', 'end'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: [], source: [] },
  selfClosing: ['br', 'hr', 'img', 'source'],
  allowProtocolRelative: false,
  nestingLimit: 200,
};

/** The second wall: whatever the renderer let through, only tags and attributes of our own list remain. */
export function sanitise(html: string): Html {
  const safe = sanitizeHtml(html, OPTIONS);
  // Wide tables scroll inside this, reachable by keyboard; writers cannot make a div themselves.
  return safe
    .replaceAll('<table>', '<div class="table" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>');
}

/** What may stay of HTML that was typed into Markdown: its text and a few tags without attributes. */
export function keepInlineTags(html: string): Html {
  const [, slash, name] = SINGLE_TAG.exec(html) ?? [];
  if (name) return `<${slash}${name.toLowerCase()}>`;
  return sanitizeHtml(html, { allowedTags: INLINE_TAGS, allowedAttributes: {} });
}
