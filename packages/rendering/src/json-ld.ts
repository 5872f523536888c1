import type { Html } from './page-parts.ts';

/**
 * Structured data as a page holds it (JSON-LD 1.1): a block of data, which no browser runs. What could end the block
 * or begin a comment in it is escaped.
 */
export function jsonLd(data: object): Html {
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
