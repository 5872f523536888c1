import { beginReading, currentGeneration, takeChanges } from '@warta/changes';
import type { Database } from '@warta/database';
import type { Jobs } from '@warta/jobs';
import type { Config } from '../config.ts';
import { changedFeedUrls } from './changed-feed-urls.ts';
import { enqueueFeeds } from './hub-jobs.ts';

/** The name under which changes are taken, whichever worker does it. */
const READER = 'hub';
/** Changes that go on and on are waited out for so many looks and no more. */
const MOST_LOOKS = 5;

/**
 * Finds out what the hub is to be told. It looks from time to time, and takes changes once nothing has come since its
 * last look: what comes in a burst is told once, and every node has had time to drop the pages it changes.
 */
export class HubWatch {
  readonly #database: Database;
  readonly #config: Config;
  readonly #jobs: Pick<Jobs, 'enqueue'>;
  #seen: number | undefined;
  #taken: number | undefined;
  #looks = 0;

  constructor(database: Database, config: Config, jobs: Pick<Jobs, 'enqueue'>) {
    this.#database = database;
    this.#config = config;
    this.#jobs = jobs;
  }

  /** To be done once before the first look: from now on, changes count. */
  async begin(): Promise<void> {
    await beginReading(this.#database.db, READER);
  }

  async look(): Promise<void> {
    const before = this.#seen;
    this.#seen = await currentGeneration(this.#database.db);
    if (before === undefined || before === this.#taken) return;
    this.#looks += 1;
    if (this.#seen !== before && this.#looks < MOST_LOOKS) return;
    await this.#take(before);
    this.#looks = 0;
    this.#taken = before;
  }

  async #take(upTo: number): Promise<void> {
    await this.#database.db.transaction().execute(async (trx) => {
      const changes = await takeChanges(trx, READER, upTo);
      if (changes.length === 0) return;
      await enqueueFeeds(trx, this.#jobs, await changedFeedUrls(trx, this.#config, changes));
    });
  }
}
