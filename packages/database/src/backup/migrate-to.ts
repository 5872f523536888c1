import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { MIGRATIONS_DIR, migrationNames } from '../migrate.ts';
import type { Tables } from '../tables.ts';

/**
 * Brings the tables to where they were after the migration `last`, so that older rows can be filled in and go
 * through what came later like all others.
 */
export async function migrateTo(db: Kysely<Tables>, last: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations } });
  const { error } = await migrator.migrateTo(last);
  if (error) throw error;
}

async function getMigrations(): Promise<Record<string, Migration>> {
  const entries = (await migrationNames()).map(async (name) => {
    const module = (await import(pathToFileURL(join(MIGRATIONS_DIR, `${name}.ts`)).href)) as Migration;
    return [name, { up: module.up }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
