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

/** Tells the cache outside of changes, from this process; where there is none, what was noted for one is forgotten. */
export async function startPurging(
  database: Database,
  cache: OutsideCache | undefined,
  onError: (error: unknown) => void,
): Promise<{ stop(): Promise<void> } | undefined> {
  if (!cache) {
    await endPurging(database.db);
    return undefined;
  }
  const outbound = openOutbound({
    userAgent: `Warta/${VERSION}`,
    timeoutMs: TIMEOUT_MS,
    allowHttp: cache.url.startsWith('http:'),
    // The operator names this address, and Varnish stands on the network of the nodes.
    allowAddress: () => cache.kind === 'varnish' || cache.onThisMachine,
  });
  await beginPurging(database.db);
  const watch = new PurgeWatch(database, (keys) => purge(outbound, cache, keys));
  const looking = every(LOOK_MS, onError, () => watch.look());
  return {
    async stop() {
      await looking.stop();
      await outbound.close();
    },
  };
}
