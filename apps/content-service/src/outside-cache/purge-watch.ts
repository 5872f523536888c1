import {
  claimPurge,
  failPurge,
  findChangesBetween,
  findPurgeState,
  type PurgeState,
  releasePurge,
  settlePurge,
} from '@warta/changes';
import type { Database } from '@warta/database';
import { findChangedVersions, noteProofs, notePurges } from '@warta/sync';
import { keysToPurge } from './keys.ts';
import type { PurgeError } from './purge.ts';

/** A node that has not acted on a change by then may be down; the cache is not left as it is until it is back. */
const NO_LONGER_MS = 1000;

type Purge = (keys: readonly string[]) => Promise<void>;

/**
 * Tells the cache outside of what has changed, one look at a time. A page that a node still sent in its old form would
 * be kept again, so the cache counts as told only when it was told after every node had acted; and since such a page
 * may be on its way even then, it is told once more a while later.
 */
export class PurgeWatch {
  readonly #database: Database;
  readonly #purge: Purge;
  /** The changes it was told of without waiting for all nodes, and since when some wait to be. */
  #early = 0;
  #waitingSince: number | undefined;

  /** `purge` has the cache drop what stands under some keys, or throws a `PurgeError`. */
  constructor(database: Database, purge: Purge) {
    this.#database = database;
    this.#purge = purge;
  }

  async look(): Promise<void> {
    const { db } = this.#database;
    const state = await findPurgeState(db);
    if (!state) return;
    const isNew = state.acted > state.purged;
    const isEarly = !isNew && this.#isWaitedFor(state);
    if (!isNew && !isEarly && !state.isDueAgain) return;
    if (!(await claimPurge(db))) return;
    try {
      if (isEarly) await this.#tellEarly(state);
      else await this.#tell(state);
    } catch (error) {
      await failPurge(db, (error as PurgeError).message);
      throw error;
    }
  }

  async #tell({ purged, repeated, acted }: PurgeState): Promise<void> {
    const { db } = this.#database;
    const upTo = Math.max(purged, acted);
    const changes = await findChangesBetween(db, repeated, upTo);
    const versions = await findChangedVersions(db, await findChangesBetween(db, purged, upTo), upTo);
    await this.#purge(keysToPurge(changes.flatMap(({ tags }) => tags)));
    await db.transaction().execute(async (trx) => {
      await notePurges(trx, versions);
      await settlePurge(trx, upTo);
    });
    await noteProofs(
      db,
      versions.map(({ headline }) => headline),
    );
  }

  async #tellEarly({ purged, newest }: PurgeState): Promise<void> {
    const { db } = this.#database;
    const changes = await findChangesBetween(db, Math.max(purged, this.#early), newest);
    await this.#purge(keysToPurge(changes.flatMap(({ tags }) => tags)));
    this.#early = newest;
    this.#waitingSince = undefined;
    await releasePurge(db);
  }

  /** Whether nodes have been waited for long enough. */
  #isWaitedFor({ newest, purged }: PurgeState): boolean {
    if (newest <= Math.max(purged, this.#early)) {
      this.#waitingSince = undefined;
      return false;
    }
    this.#waitingSince ??= performance.now();
    return performance.now() - this.#waitingSince >= NO_LONGER_MS;
  }
}
