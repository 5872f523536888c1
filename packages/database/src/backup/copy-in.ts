import { type Kysely, sql } from 'kysely';
import { migrate, migrationNames, migrationsDone } from '../migrate.ts';
import type { Db, Tables, Trx } from '../tables.ts';
import { BackupError } from './backup-error.ts';
import type { Snapshot } from './copy-out.ts';
import { fillTable } from './fill-table.ts';
import { listTables } from './list-tables.ts';
import { migrateTo } from './migrate-to.ts';
import { type OrderedTables, orderTables } from './order-tables.ts';
import { setSequences } from './sequences.ts';

/** What a backup says of itself. */
export type Contents = Pick<Snapshot, 'migrations' | 'sequences'> & {
  tables: { name: string; rows: number }[];
};

/** Fills one table with the lines that `Snapshot.lines` gave for it. */
export type Fill = (table: string, lines: AsyncIterable<string>) => Promise<void>;

/**
 * Fills a database that has no sites with the tables of a backup, which `give` hands over in the order of
 * `contents`: all of it in one transaction, or nothing. Then brings the tables up to date.
 * @throws {BackupError} when the database is in use, the backup is newer than this code, or the rows are not
 * those that `contents` promises.
 */
export async function copyIn(
  db: Kysely<Tables>,
  contents: Contents,
  give: (fill: Fill) => Promise<void>,
): Promise<void> {
  const last = await lastMigration(db, contents.migrations);
  await migrateTo(db, last);
  await db.transaction().execute(async (trx) => {
    const tables = orderTables(await listTables(trx));
    refuseOthers(tables, contents);
    await clear(trx, tables);
    const missing = new Map(contents.tables.map(({ name, rows }) => [name, rows]));
    await give(async (name, lines) => {
      const table = tables.ordered.find((one) => one.name === name);
      if (!table || !missing.has(name)) throw damaged(`there should be no table ${name} here`);
      const rows = await fillTable(trx, table, lines);
      const promised = missing.get(name);
      if (rows !== promised) throw damaged(`the table ${name} has ${rows} rows, not ${promised}`);
      missing.delete(name);
    });
    if (missing.size > 0) throw damaged(`the table ${[...missing.keys()].join(', ')} is missing`);
    await settle(trx, tables, contents);
  });
  await migrate(db);
  await sql`analyze ${sql.join(contents.tables.map(({ name }) => sql.id(name)))}`.execute(db);
}

async function lastMigration(db: Kysely<Tables>, migrations: readonly string[]): Promise<string> {
  const known = new Set(await migrationNames());
  const newer = migrations.filter((name) => !known.has(name));
  if (newer.length > 0) {
    throw new BackupError(
      `The backup was made by a newer version of Warta (it has ${newer.join(', ')}): restore it with that one.`,
    );
  }
  const done = await migrationsDone(db);
  await refuseInUse(db);
  const ahead = done.filter((name) => !migrations.includes(name));
  if (ahead.length > 0) {
    throw new BackupError(
      `The database is newer than the backup (it has ${ahead.join(', ')}): restore into an empty one.`,
    );
  }
  const last = migrations.at(-1);
  if (last === undefined) throw damaged('it names no migrations');
  return last;
}

async function refuseInUse(db: Db): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('site') is not null as there`.execute(db);
  if (!rows[0]?.there) return;
  const site = await db.selectFrom('site').select('slug').limit(1).executeTakeFirst();
  if (site) throw new BackupError('The database has sites already: restore into an empty one.');
}

function refuseOthers({ ordered }: OrderedTables, contents: Contents): void {
  const there = new Set(ordered.map((table) => table.name));
  const other = there.symmetricDifference(new Set(contents.tables.map((table) => table.name)));
  if (other.size > 0) throw damaged(`its tables are not those of its migrations (${[...other].join(', ')})`);
}

/** Triggers rest while rows come in, and what migrations put into new tables makes way for what stood there. */
async function clear(trx: Trx, { ordered, open }: OrderedTables): Promise<void> {
  for (const { name } of ordered) await sql`alter table ${sql.id(name)} disable trigger user`.execute(trx);
  await refuseInUse(trx);
  for (const { table, constraint } of open) {
    await sql`alter table ${sql.id(table)} alter constraint ${sql.id(constraint)}
      deferrable initially deferred`.execute(trx);
  }
  for (const { name } of ordered.toReversed()) await sql`delete from ${sql.id(name)}`.execute(trx);
}

async function settle(trx: Trx, { ordered, open }: OrderedTables, contents: Contents): Promise<void> {
  await sql`set constraints all immediate`.execute(trx);
  for (const { table, constraint } of open) {
    await sql`alter table ${sql.id(table)} alter constraint ${sql.id(constraint)} not deferrable`.execute(
      trx,
    );
  }
  await setSequences(trx, contents.sequences);
  for (const { name } of ordered) await sql`alter table ${sql.id(name)} enable trigger user`.execute(trx);
}

function damaged(what: string): BackupError {
  return new BackupError(`The backup is damaged: ${what}.`);
}
