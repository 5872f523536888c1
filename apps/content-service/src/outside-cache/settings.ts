import { z } from 'zod';
import { ConfigError } from '../config-error.ts';

/** The caches whose way of being purged is known; `kinds.ts` says what it is. */
const KINDS = ['fastly', 'varnish', 'cloudflare'] as const;

export interface OutsideCache {
  kind: (typeof KINDS)[number];
  /** Where a purge is sent. */
  url: string;
  /** What lets it be purged; only Varnish may go by addresses instead. */
  key: string | undefined;
  /** It is tried out, and listens on this machine. */
  onThisMachine: boolean;
}

export const CACHE_SETTINGS = {
  CACHE_PURGE_KIND: z.enum(KINDS, `must be one of ${KINDS.join(', ')}`).optional(),
  CACHE_PURGE_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be an address such as https://api.fastly.com/service/ID/purge',
    })
    .refine(
      (url) => !URL.parse(url)?.username && !URL.parse(url)?.password,
      'must be an address without user and password: the key belongs into CACHE_PURGE_KEY',
    )
    .optional(),
  CACHE_PURGE_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be a key of letters, digits and signs, without spaces')
    .optional(),
};

type Given = z.output<z.ZodObject<typeof CACHE_SETTINGS>>;

/**
 * The cache that the settings name; undefined where they name none.
 * @throws {ConfigError} for half of them, or a way to it that others could listen to.
 */
export function outsideCacheOf(given: Given, isProduction: boolean): OutsideCache | undefined {
  const { CACHE_PURGE_KIND: kind, CACHE_PURGE_URL: url, CACHE_PURGE_KEY: key } = given;
  if (!kind && !url && !key) return undefined;
  if (!kind) throw new ConfigError('CACHE_PURGE_KIND must be set where CACHE_PURGE_URL or _KEY is');
  if (!url) throw new ConfigError('CACHE_PURGE_URL must be set where CACHE_PURGE_KIND is');
  if (!key && kind !== 'varnish') throw new ConfigError(`CACHE_PURGE_KEY must be set for ${kind}`);
  const { protocol, hostname } = new URL(url);
  const onThisMachine = !isProduction && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && kind !== 'varnish' && !onThisMachine) {
    throw new ConfigError(
      'CACHE_PURGE_URL must begin with https://, but for Varnish on a closed network, or on this machine to try it out',
    );
  }
  return { kind, url, key, onThisMachine };
}
