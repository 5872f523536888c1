import type { Config } from '../config.ts';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Reads the host of a site of its own, in lower case without its port; undefined for the ministry's. */
export function ownHostOf(config: Config): (host: string) => string | undefined {
  const publicHost = new URL(config.publicUrl).host;
  return (host) => {
    if (host === publicHost || (!config.production && LOOPBACK.test(host))) return undefined;
    return host.toLowerCase().replace(/:\d+$/, '');
  };
}
