export { DataDirInUseError } from './lock-data-dir.ts';
export { DatabaseTooNewError, migrate, migrationNames, migrationsDone } from './migrate.ts';
export { newId } from './new-id.ts';
export { type Database, type DatabaseOptions, openDatabase } from './open-database.ts';
export type { Db, Tables, Trx, Words } from './tables.ts';
