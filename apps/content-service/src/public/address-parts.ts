import type { Address } from './address.ts';

/** Sixty letters of a tag, each of which may take nine signs, and what stands before them. */
const LONGEST = 640;

/** A decoded path and what stands between its slashes. */
export interface Parts {
  path: string;
  segments: string[];
}

/** Undefined for what cannot be the path of any page. */
export function splitPath(path: string): Parts | undefined {
  if (!path.startsWith('/') || path.includes('//') || path.length > LONGEST) return undefined;
  try {
    const decoded = decodeURIComponent(path).normalize('NFC');
    const segments = decoded.split('/').filter((segment) => segment !== '');
    return { path: decoded, segments };
  } catch {
    return undefined;
  }
}

/** The address itself where the path has its right form, else the way there. */
export function settle(parts: Parts, right: string, address: Address): Address {
  return parts.path === right
    ? address
    : { page: 'redirect', path: right.split('/').map(encodeURIComponent).join('/') };
}
