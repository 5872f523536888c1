import { isDeepStrictEqual } from 'node:util';
import { ALERTS, findStandingAlerts, listOpenAlerts } from '@warta/alerts';
import { type Change, EVERYTHING } from '@warta/changes';
import type { Database, Db } from '@warta/database';
import { listEmergencySites } from '@warta/sites';
import { sql } from 'kysely';
import { Repeater } from '../repeater.ts';
import type { AlertBoard } from './board.ts';
import { type BoardCopy, writeBoardCopy } from './board-copy.ts';

/** Sites change with each post of theirs; their contacts seldom do, and need not be read for each. */
const SITES_AFTER_MS = 2000;
const RETRY_MS = 500;
/** Clocks drift, and a machine that slept has counted nothing meanwhile. */
const LOOK_MS = 60_000;

export interface KeeperOptions {
  database: Database;
  board: AlertBoard;
  dataDir: string;
  onError: (error: unknown) => void;
}

/** Keeps a node's board, and the copy of it on disk, as the database has them. */
export class BoardKeeper {
  readonly #options: KeeperOptions;
  #wanted = 0;
  #known = 0;
  readonly #reading = new Repeater(() => this.#readAlerts());
  #stopped = false;
  #sitesTimer: NodeJS.Timeout | undefined;
  #retryTimer: NodeJS.Timeout | undefined;
  #lookTimer: NodeJS.Timeout | undefined;
  #copy: BoardCopy = { alerts: [], open: [], sites: [] };
  #writing: Promise<void> = Promise.resolve();

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  /** Reads everything for the first time. Throws where the database cannot be asked. */
  async start(): Promise<void> {
    await this.#takeSites();
    await this.#takeAlerts();
    this.#lookTimer = setInterval(() => this.#reading.ask(), LOOK_MS).unref();
  }

  /** Takes note of changes; those of alerts are read at once. */
  hear(changes: readonly Change[]): void {
    const has = (change: Change, ...tags: string[]) =>
      change.tags.some((tag) => tag === EVERYTHING || tags.includes(tag));
    for (const change of changes) {
      if (has(change, ALERTS, 'directory')) this.#wanted = change.n;
      if (has(change, 'directory') || change.tags.some((tag) => tag.startsWith('site:'))) this.#readSites();
    }
    if (changes.some((change) => has(change, ALERTS, 'directory'))) this.#reading.ask();
  }

  /** Until what was heard stands on the board, or could not be read; tells whether it stands there. */
  async settled(): Promise<boolean> {
    await this.#reading.settled();
    return this.#known >= this.#wanted;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#lookTimer);
    clearTimeout(this.#sitesTimer);
    clearTimeout(this.#retryTimer);
    await this.#reading.stop();
    await this.#writing;
  }

  async #readAlerts(): Promise<void> {
    await this.#takeAlerts().catch((error) => {
      this.#options.onError(error);
      clearTimeout(this.#retryTimer);
      this.#retryTimer = setTimeout(() => this.#reading.ask(), RETRY_MS).unref();
    });
  }

  #readSites(): void {
    if (this.#stopped) return;
    this.#sitesTimer ??= setTimeout(() => {
      this.#sitesTimer = undefined;
      this.#takeSites().catch((error) => {
        this.#options.onError(error);
        this.#readSites();
      });
    }, SITES_AFTER_MS).unref();
  }

  async #takeAlerts(): Promise<void> {
    const { database, board } = this.#options;
    const now = await databaseClock(database.db);
    const { alerts, generation } = await findStandingAlerts(database.db);
    if (generation < this.#wanted) throw new Error('the alerts were read from a database that lags behind');
    const open = await listOpenAlerts(database.db); // where it is newer by a change, that is heard, and both are read again
    board.setAlerts(alerts, now(), open);
    this.#known = generation;
    this.#keep({ alerts, open });
  }

  async #takeSites(): Promise<void> {
    const sites = await listEmergencySites(this.#options.database.db);
    if (!this.#keep({ sites })) return;
    this.#options.board.setSites(sites);
  }

  /** Writes the copy where something of it has changed; tells whether it has. */
  #keep(changed: Partial<BoardCopy>): boolean {
    const copy = { ...this.#copy, ...changed };
    const isFirst = this.#copy.sites.length === 0;
    if (!isFirst && isDeepStrictEqual(copy, this.#copy)) return false;
    this.#copy = copy;
    this.#writing = this.#writing
      .then(() => writeBoardCopy(this.#options.dataDir, this.#copy))
      .catch(this.#options.onError);
    return true;
  }
}

/** The database's clock, to be asked again as often as one likes. */
async function databaseClock(db: Db): Promise<() => Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  const zero = (rows[0]?.now.getTime() ?? Date.now()) - performance.now();
  return () => new Date(zero + performance.now());
}
