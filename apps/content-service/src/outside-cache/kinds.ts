import type { Answered, Asked } from '@warta/outbound';
import type { OutsideCache } from './settings.ts';

/** How one kind of cache is told what a page is made of, for how long it may keep it, and what to drop. */
interface Kind {
  /** The header with a page's keys. */
  keys: string;
  separator: string;
  /** The header that this cache alone obeys, and that takes precedence over `Cache-Control` there. */
  control: string;
  /** The most keys in one call. */
  most: number;
  call(keys: readonly string[], key: string | undefined): Asked;
  /** Whether the answer says that it was done; one of another status than 2xx never does. */
  isDone(answer: Answered): boolean;
}

const bearer = (key: string | undefined): Record<string, string> =>
  key === undefined ? {} : { authorization: `Bearer ${key}` };
const always = () => true;

export const KINDS: Record<OutsideCache['kind'], Kind> = {
  fastly: {
    keys: 'surrogate-key',
    separator: ' ',
    control: 'surrogate-control',
    most: 256,
    call: (keys, key = '') => ({
      method: 'POST',
      headers: { 'fastly-key': key, accept: 'application/json', 'surrogate-key': keys.join(' ') },
    }),
    isDone: always,
  },
  varnish: {
    keys: 'xkey',
    separator: ' ',
    control: 'surrogate-control',
    most: 100,
    call: (keys, key) => ({ method: 'PURGE', headers: { ...bearer(key), xkey: keys.join(' ') } }),
    isDone: always,
  },
  cloudflare: {
    keys: 'cache-tag',
    separator: ',',
    // The general CDN-Cache-Control would be passed on to caches behind it, which nobody here can purge.
    control: 'cloudflare-cdn-cache-control',
    most: 100,
    call: (keys, key) => ({
      method: 'POST',
      headers: { ...bearer(key), 'content-type': 'application/json' },
      body: JSON.stringify({ tags: keys }),
    }),
    isDone: ({ body }) => isSuccess(body),
  },
};

function isSuccess(body: Buffer): boolean {
  try {
    return (JSON.parse(body.toString()) as { success?: unknown }).success === true;
  } catch {
    return false;
  }
}
