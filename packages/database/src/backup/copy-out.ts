import { type Kysely, sql } from 'kysely';
import { migrationNames, migrationsDone } from '../migrate.ts';
import type { Tables, Trx } from '../tables.ts';
import { BackupError } from './backup-error.ts';
import { type Column, listTables, type Table } from './list-tables.ts';
import { orderTables } from './order-tables.ts';
import { readSequences, type SequenceState } from './sequences.ts';

const ROWS_AT_ONCE = 200;

/** All tables as they stand at one moment. */
export interface Snapshot {
  migrations: string[];
  /** Each table after those it refers to; `bytes` is what `lines` gives for it, in UTF-8. */
  tables: { name: string; rows: number; bytes: number }[];
  sequences: SequenceState[];
  /** The rows of a table, each a JSON object on a line of its own, in pieces of some lines. */
  lines(table: string): AsyncGenerator<string>;
}

/**
 * Reads all tables in one read-only transaction: whatever is written meanwhile, they fit together. They can be
 * read while `take` runs, one after another.
 * @throws {BackupError} when the database is empty or newer than this code.
 */
export async function copyOut<T>(db: Kysely<Tables>, take: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const migrations = await knownMigrations(trx);
      await sql`set local timezone to 'UTC'`.execute(trx);
      const { ordered } = orderTables(await listTables(trx));
      const tables: Snapshot['tables'] = [];
      for (const table of ordered) tables.push({ name: table.name, ...(await sizeOf(trx, table)) });
      const sequences = await readSequences(trx);
      const lines = (name: string) =>
        linesOf(
          trx,
          ordered.find((table) => table.name === name),
        );
      return take({ migrations, tables, sequences, lines });
    });
}

async function knownMigrations(trx: Trx): Promise<string[]> {
  const done = await migrationsDone(trx);
  if (done.length === 0) throw new BackupError('The database is empty: there is nothing to back up.');
  const known = new Set(await migrationNames());
  const unknown = done.filter((name) => !known.has(name));
  if (unknown.length === 0) return done;
  throw new BackupError(
    `The database is newer than this version of Warta (it has ${unknown.join(', ')}): use the newer one.`,
  );
}

async function sizeOf(trx: Trx, table: Table): Promise<{ rows: number; bytes: number }> {
  const { rows } = await sql<{ rows: string; bytes: string }>`
    select count(*) as rows, coalesce(sum(octet_length(line) + 1), 0) as bytes from (${asLines(table)}) l
  `.execute(trx);
  return { rows: Number(rows[0]?.rows), bytes: Number(rows[0]?.bytes) };
}

async function* linesOf(trx: Trx, table: Table | undefined): AsyncGenerator<string> {
  if (!table) return;
  await sql`declare backup_lines no scroll cursor for ${asLines(table)}`.execute(trx);
  for (;;) {
    const { rows } = await sql<{ line: string }>`
      fetch ${sql.lit(ROWS_AT_ONCE)} from backup_lines`.execute(trx);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => `${line}\n`).join('');
  }
  await sql`close backup_lines`.execute(trx);
}

function asLines(table: Table) {
  return sql<{ line: string }>`
    select row_to_json(r)::text as line
    from (select ${sql.join(table.columns.map(asValue))} from ${sql.id(table.name)}) r`;
}

/** JSON is kept as text: its own null and a value that is not there must stay two things. */
function asValue({ name, isJson }: Column) {
  return isJson ? sql`${sql.id(name)}::text as ${sql.id(name)}` : sql.id(name);
}
