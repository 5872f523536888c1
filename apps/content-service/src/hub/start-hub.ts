import type { Database } from '@warta/database';
import type { Jobs } from '@warta/jobs';
import { openOutbound } from '@warta/outbound';
import type { Config, HubSettings } from '../config.ts';
import { every } from '../due.ts';
import { VERSION } from '../version.ts';
import { workHub } from './hub-jobs.ts';
import { HubWatch } from './hub-watch.ts';

/** Longer than the quarter of a second within which every node hears of a change even where a notification is lost. */
const LOOK_MS = 2000;
const LOOPBACK = new Set(['127.0.0.1', '::1']);

/** Tells the hub of feeds that change, from this process. */
export async function startHub(
  database: Database,
  jobs: Pick<Jobs, 'enqueue' | 'work'>,
  config: Config & { hub: HubSettings },
  onError: (error: unknown) => void,
): Promise<{ stop(): Promise<void>; close(): Promise<void> }> {
  const { url, onThisMachine } = config.hub;
  const local = { allowHttp: true, allowAddress: (address: string) => LOOPBACK.has(address) };
  const outbound = openOutbound({ userAgent: `Warta/${VERSION}`, ...(onThisMachine && local) });
  const watch = new HubWatch(database, config, jobs);
  await watch.begin();
  await workHub(database, jobs, url, outbound);
  const looking = every(LOOK_MS, onError, () => watch.look());
  return { stop: looking.stop, close: outbound.close };
}
