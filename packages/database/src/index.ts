export { BackupError } from './backup/backup-error.ts';
export { type Contents, copyIn, type Fill } from './backup/copy-in.ts';
export { copyOut, type Snapshot } from './backup/copy-out.ts';
export type { SequenceState } from './backup/sequences.ts';
export { DataDirInUseError } from './lock-data-dir.ts';
export { DatabaseTooNewError, migrate, migrationNames, migrationsDone } from './migrate.ts';
export { newId } from './new-id.ts';
export { type Database, type DatabaseOptions, openDatabase } from './open-database.ts';
export type { Db, Tables, Trx, Words } from './tables.ts';
