import { createHash } from 'node:crypto';
import type { Html } from './page-parts.ts';

/** Which text of which version of a headline a piece of a page is. */
export interface SealMark {
  number: number;
  version: number;
  part: 'title' | 'body';
}

/** A seal as it stands in a page; `intact` where the bytes inside still have the hash that it states. */
export interface Seal extends SealMark {
  hash: string;
  intact: boolean;
}

const OPENING = /<!--w:(\d{1,15})\.(\d{1,15})\.(title|body)\.([0-9a-f]{16})-->/g;
const CLOSING = '<!--/w-->';

/** The hash that a seal states for this HTML: the first 16 hex digits of its SHA-256. */
export function sealHash(html: Html): string {
  return createHash('sha256').update(html).digest('hex').slice(0, 16);
}

/**
 * Puts a seal around rendered text, so that whoever reads the page as a reader can tell which version
 * stands there. Local posts have no mark and are given back as they are.
 */
export function seal(mark: SealMark | undefined, html: Html): Html {
  if (!mark) return html;
  if (html.includes('<!--')) throw new Error('Sealed text may not hold HTML comments: sanitise it first.');
  return `<!--w:${mark.number}.${mark.version}.${mark.part}.${sealHash(html)}-->${html}${CLOSING}`;
}

/** Every seal of a page, in the order of the page, each with its bytes checked. */
export function readSeals(page: string): Seal[] {
  return [...page.matchAll(OPENING)].map((opening) => {
    const [marker, number, version, part, hash = ''] = opening;
    const start = opening.index + marker.length;
    const end = page.indexOf(CLOSING, start);
    const intact = end >= 0 && sealHash(page.slice(start, end)) === hash;
    return { number: Number(number), version: Number(version), part: part as SealMark['part'], hash, intact };
  });
}
