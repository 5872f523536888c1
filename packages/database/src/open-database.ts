import type { Database } from './database.ts';
import { openEmbedded } from './open-embedded.ts';
import { openPostgres } from './open-postgres.ts';

export interface DatabaseOptions {
  /** A `postgres://` address; without it the embedded database in `dataDir` is used. */
  databaseUrl?: string | undefined;
  /** The folder of the embedded database; it is made if it is not there. */
  dataDir: string;
  /** Connections to PostgreSQL at most. The embedded database always has one. */
  poolSize?: number;
}

/**
 * Opens PostgreSQL at `databaseUrl`, or the embedded database under `dataDir`.
 * @throws {DataDirInUseError} when another process has the embedded database open.
 */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.databaseUrl
    ? openPostgres(options.databaseUrl, options.poolSize ?? 10)
    : openEmbedded(options.dataDir);
}
