import { EVERYTHING } from '@warta/changes';

/** Caches and the proxies before them take headers of some kilobytes; a page of more parts stands under this key. */
const MANY = 'many';
const MOST_OF_A_PAGE = 200;
/** A purge of more than this is one of everything: that is one key. */
const MOST_OF_A_PURGE = 500;
/** Of an id, as much as tells it from others; two that are alike would cost a page made anew and mislead nobody. */
const ID_SIGNS = 12;

/** What caches know a tag by: `site:0198…-3c1f2a9b77de` is `s-3c1f2a9b77de`; tags without an id stand as they are. */
function keyOf(tag: string): string {
  const [noun = '', id] = tag.split(':', 2);
  return id === undefined ? noun : `${noun.charAt(0)}-${id.replaceAll('-', '').slice(-ID_SIGNS)}`;
}

/** The keys of a page with these tags. */
export function keysOfPage(tags: Iterable<string>): string[] {
  const keys = [...new Set([EVERYTHING, ...tags])].map(keyOf);
  return keys.length > MOST_OF_A_PAGE ? [EVERYTHING, MANY] : keys;
}

/** The keys under which pages with any of these tags are found. */
export function keysToPurge(tags: Iterable<string>): string[] {
  const distinct = new Set(tags);
  if (distinct.has(EVERYTHING) || distinct.size > MOST_OF_A_PURGE) return [EVERYTHING];
  return [...distinct].map(keyOf).concat(MANY);
}
