import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, migrationsDone, openDatabase } from '@warta/database';
import { sql } from 'kysely';
import { CliError } from '../cli-error.ts';
import type { Settings } from '../settings.ts';

const CONNECTIONS = 2;

/**
 * Opens the service's database for as long as `work` runs. With `mustBeThere`, one without tables is refused;
 * otherwise an embedded one is made where there is none.
 * @throws {CliError} when it cannot be reached or is not there; {@link DataDirInUseError} while the service has
 * the embedded one open.
 */
export async function withDatabase<T>(
  settings: Settings,
  { mustBeThere }: { mustBeThere: boolean },
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const { databaseUrl, dataDir, production } = settings;
  if (production && !databaseUrl) throw new CliError('DATABASE_URL must be set in production');
  if (!databaseUrl && mustBeThere) await requireFolder(dataDir);
  const database = await openDatabase({ databaseUrl, dataDir, poolSize: CONNECTIONS });
  try {
    await sql`select 1`.execute(database.db).catch((error) => Promise.reject(away(error)));
    if (mustBeThere) await requireTables(database);
    return await work(database);
  } finally {
    await database.close();
  }
}

async function requireFolder(dataDir: string): Promise<void> {
  await access(join(dataDir, 'database')).catch(() => {
    throw new CliError(
      `There is no database in ${dataDir}: set DATA_DIR or DATABASE_URL, or start the service once.`,
    );
  });
}

async function requireTables({ db }: Database): Promise<void> {
  const done = await migrationsDone(db);
  if (done.length === 0)
    throw new CliError('The database is empty: start the service once, or run "migrate".');
}

/** The address itself holds a password and is not shown. */
function away(error: Error): CliError {
  return new CliError(`The database at DATABASE_URL cannot be reached: ${error.message}`);
}
