import type { Database } from '@warta/database';
import { CHANNEL } from './announce-change.ts';
import { currentGeneration, findChanges } from './find-changes.ts';
import type { Change } from './page-store.ts';
import { whatToHear } from './what-to-hear.ts';

const POLL_MS = 250;

export interface ChangeListener {
  /** Reads what is new now, without waiting for a notification or the next poll. */
  poll(): Promise<void>;
  stop(): Promise<void>;
}

export interface ListenOptions {
  database: Database;
  /** The newest change the caller has acted on. */
  heard: () => number;
  /** Called with new changes, oldest first; with a change of everything where some were lost for good. */
  onChanges: (changes: readonly Change[]) => void;
  /** Called when the database could not be asked; polling goes on. */
  onError: (error: unknown) => void;
  pollMs?: number;
}

/**
 * Tells a node what changed: at once where a notification arrives, and by polling where it is lost.
 * Polls never overlap, so changes are handed over once and in order.
 */
export async function listenForChanges(options: ListenOptions): Promise<ChangeListener> {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const read = async () => {
    do {
      again = false;
      await readOnce(options).catch(options.onError);
    } while (again && !stopped);
    running = undefined;
  };
  const poll = () => {
    if (stopped) return Promise.resolve();
    if (running) again = true;
    else running = read();
    return running ?? Promise.resolve();
  };

  const unlisten = await options.database.listen(CHANNEL, () => void poll());
  const timer = setInterval(poll, options.pollMs ?? POLL_MS);
  return {
    poll,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
      await unlisten();
    },
  };
}

async function readOnce({ database, heard, onChanges }: ListenOptions): Promise<void> {
  const from = heard();
  const generation = await currentGeneration(database.db);
  if (generation === from) return;
  const changes = whatToHear(from, generation, await findChanges(database.db, from));
  if (changes.length > 0) onChanges(changes);
}
