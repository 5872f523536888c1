const BASE = new URL('https://here.invalid');
const LINK_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The address of a link as a browser would read it, or undefined where it may lead to something else than
 * a web page, a mailbox, a telephone or a path of this server.
 */
export function safeLink(address: string): string | undefined {
  const written = address.startsWith('www.') ? `https://${address}` : address;
  const url = parse(written);
  if (!url) return undefined;
  if (written.startsWith('/')) return pathOf(url);
  return /^[a-z]+:/i.test(written) && LINK_SCHEMES.has(url.protocol) ? url.href : undefined;
}

/** The address of a picture of ours, under `/media/`; else undefined. */
export function safePicture(address: string): string | undefined {
  const url = parse(address);
  return url && address.startsWith('/') && url.pathname.startsWith('/media/') ? pathOf(url) : undefined;
}

/** Whether a safe address leads to another server. */
export function isExternal(address: string): boolean {
  return /^https?:/i.test(address);
}

// The URL parser decides, as a browser's would: `/\host` and `//host` are another server to both.
function parse(address: string): URL | undefined {
  const url = URL.parse(address, BASE.href);
  return url && !url.username && !url.password ? url : undefined;
}

function pathOf(url: URL): string | undefined {
  return url.origin === BASE.origin ? url.pathname + url.search + url.hash : undefined;
}
