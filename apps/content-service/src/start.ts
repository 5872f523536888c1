import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, migrate, openDatabase, withLock } from '@warta/database';
import type { Config } from './config.ts';
import { DatabaseAwayError, isDatabaseAway } from './database-away.ts';
import { prepareFirstStart } from './first-start.ts';

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 2000;

/** What a start has opened so far, last first: to be closed in this order. */
export type Closing = (() => Promise<void>)[];

/**
 * Starts the process: the database, then the service. A node that cannot reach PostgreSQL, but has a copy of the
 * alerts that stand, serves these until it can. What it opens it puts into `closing`.
 * @throws {DatabaseAwayError} where there is no such copy.
 */
export async function start(config: Config, closing: Closing, say: (line: string) => void): Promise<void> {
  // The embedded database takes as long to open as the service to load: both at once.
  const [database, { startService }] = await Promise.all([openDatabase(config), import('./service.ts')]);
  closing.unshift(() => database.close());
  const door = await prepare(config, database).then(
    () => undefined,
    (error) => standIn(config, error),
  );
  if (door) {
    closing.unshift(door.close);
    say(
      'Warta cannot reach the database; until it can, it serves the alerts that stand and emergency numbers.',
    );
    await prepareAtLast(config, database);
  }
  const service = await startService(config, database, door);
  closing.unshift(() => service.close());
}

async function prepare(config: Config, database: Database): Promise<void> {
  await migrate(database.db);
  await withLock(database, 'warta.first-start', () => prepareFirstStart(config, database));
}

/** Tries until the database can be reached, at most two seconds apart. */
async function prepareAtLast(config: Config, database: Database): Promise<void> {
  for (let wait = FIRST_RETRY_MS; ; wait = Math.min(wait * 2, LAST_RETRY_MS)) {
    await sleep(wait);
    try {
      return await prepare(config, database);
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
    }
  }
}

async function standIn(config: Config, error: unknown) {
  if (!isDatabaseAway(error)) throw error;
  const { readBoardCopy } = await import('./alerts/board-copy.ts');
  const copy = config.role === 'worker' ? undefined : await readBoardCopy(config.dataDir);
  if (!copy) throw new DatabaseAwayError(error, config.dataDir);
  const [{ openStandIn }, { loadThemes }] = await Promise.all([
    import('./alerts/emergency-app.ts'),
    import('@warta/rendering'),
  ]);
  return openStandIn(config, loadThemes(config.themesDir), copy);
}
