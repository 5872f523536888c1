import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Kysely, sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import type { Tables } from './tables.ts';

/** The folder of this project's migrations. */
export const MIGRATIONS_DIR = join(import.meta.dirname, '../../../migrations');

/** The database holds migrations that this code does not know: it was made by a newer version. */
export class DatabaseTooNewError extends Error {
  override name = 'DatabaseTooNewError';
  constructor(names: string[]) {
    super(
      `The database is newer than this version of Warta (it has ${names.join(', ')}): start the newer version.`,
    );
  }
}

/**
 * Brings the tables up to date, under a lock, so that several processes may start at once.
 * Returns the names of the migrations that ran.
 * @throws {DatabaseTooNewError}
 */
export async function migrate(db: Kysely<Tables>, dir = MIGRATIONS_DIR): Promise<string[]> {
  const done = await migrationsDone(db);
  const known = await migrationNames(dir);
  const unknown = done.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new DatabaseTooNewError(unknown);
  if (done.length === known.length) return [];
  const migrator = new Migrator({ db, provider: folder(dir) });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  return results.map((result) => result.migrationName);
}

/** The names of the migrations this code knows, oldest first. */
export async function migrationNames(dir = MIGRATIONS_DIR): Promise<string[]> {
  const files = await readdir(dir);
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))
    .sort();
}

/** The names of the migrations this database has had, oldest first; none where it is empty. */
export async function migrationsDone(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{
    there: boolean;
  }>`select to_regclass('kysely_migration') is not null as there`.execute(db);
  if (!rows[0]?.there) return [];
  const untyped = db as unknown as Kysely<{ kysely_migration: { name: string } }>;
  const names = await untyped.selectFrom('kysely_migration').select('name').orderBy('name').execute();
  return names.map((row) => row.name);
}

function folder(dir: string): MigrationProvider {
  return {
    async getMigrations() {
      const names = await migrationNames(dir);
      const modules = names.map(async (name) => {
        const module = (await import(pathToFileURL(join(dir, `${name}.ts`)).href)) as Migration;
        return [name, { up: module.up }] as const;
      });
      return Object.fromEntries(await Promise.all(modules));
    },
  };
}
