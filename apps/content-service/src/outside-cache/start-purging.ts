import { beginPurging, endPurging } from '@warta/changes';
import type { Database } from '@warta/database';
import { openOutbound } from '@warta/outbound';
import { every } from '../due.ts';
import { VERSION } from '../version.ts';
import { purge } from './purge.ts';
import { PurgeWatch } from './purge-watch.ts';
import type { OutsideCache } from './settings.ts';

const LOOK_MS = 100;
/** All calls of one purge together stay within the lease of its turn. */
const TIMEOUT_MS = 4000;

/** Has changes kept in mind for the cache outside; where there is none, what was noted for one is forgotten. */
export async function preparePurging({ db }: Database, cache: OutsideCache | undefined): Promise<void> {
  await (cache ? beginPurging(db) : endPurging(db));
}

/** Tells the cache outside of changes, from this process. */
export function startPurging(
  database: Database,
  cache: OutsideCache,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  const outbound = openOutbound({
    userAgent: `Warta/${VERSION}`,
    timeoutMs: TIMEOUT_MS,
    allowHttp: cache.url.startsWith('http:'),
    // The operator names this address, and Varnish stands on the network of the nodes.
    allowAddress: () => cache.kind === 'varnish' || cache.onThisMachine,
  });
  const watch = new PurgeWatch(database, (keys) => purge(outbound, cache, keys));
  const looking = every(LOOK_MS, onError, () => watch.look());
  return {
    async stop() {
      await looking.stop();
      await outbound.close();
    },
  };
}
