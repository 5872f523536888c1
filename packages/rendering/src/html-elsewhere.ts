import type { Html } from './page-parts.ts';

/**
 * Sanitised HTML of a page for where that page is not around it, such as a feed: addresses are whole, pictures are
 * plain ones, and nothing is left that only our style sheet knows. `origin` is where its own addresses are.
 */
export function htmlElsewhere(html: Html, origin: string): Html {
  // The sanitiser has written every tag: no sign of one stands in a text or in a value.
  return html.replace(/<[^>]*>/g, (tag) => {
    if (/^<(source|\/?picture|\/?div)\b/.test(tag)) return '';
    return tag
      .replace(/ (href|src)="\/(?!\/)/, ` $1="${origin}/`)
      .replace(/ (?:class|id|loading|decoding)="[^"]*"/g, '');
  });
}
