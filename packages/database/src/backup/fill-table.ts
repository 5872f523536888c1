import { sql } from 'kysely';
import type { Trx } from '../tables.ts';
import { BackupError } from './backup-error.ts';
import type { Column, Table } from './list-tables.ts';

const ROWS_AT_ONCE = 500;
const CHARACTERS_AT_ONCE = 1_000_000;

/**
 * Writes rows, each a JSON object as `copyOut` gives it, into an empty table. Returns how many there were.
 * @throws {BackupError} when a line is no such row.
 */
export async function fillTable(trx: Trx, table: Table, lines: AsyncIterable<string>): Promise<number> {
  let rows = 0;
  let waiting: string[] = [];
  let characters = 0;
  const write = async () => {
    if (waiting.length > 0) await insert(trx, table, `[${waiting.join(',')}]`);
    rows += waiting.length;
    waiting = [];
    characters = 0;
  };
  for await (const line of lines) {
    waiting.push(line);
    characters += line.length;
    if (waiting.length >= ROWS_AT_ONCE || characters >= CHARACTERS_AT_ONCE) await write();
  }
  await write();
  return rows;
}

async function insert(trx: Trx, table: Table, rows: string): Promise<void> {
  const { columns } = table;
  await sql`
    insert into ${sql.id(table.name)} (${sql.join(columns.map(({ name }) => sql.id(name)))})
    overriding system value
    select ${sql.join(columns.map(asStored))}
    from json_to_recordset(${rows}::json) as r(${sql.join(columns.map(asRead))})`
    .execute(trx)
    .catch((error: Error & { code?: string }) => {
      // Classes 22 and 23: what the rows hold is wrong, not the database.
      if (!/^2[23]/.test(error.code ?? '')) throw error;
      throw new BackupError(
        `The backup is damaged: the table ${table.name} cannot be filled (${error.message}).`,
      );
    });
}

function asRead({ name, type, isJson }: Column) {
  return sql`${sql.id(name)} ${sql.raw(isJson ? 'text' : type)}`;
}

function asStored({ name, type, isJson }: Column) {
  return isJson ? sql`${sql.id(name)}::${sql.raw(type)}` : sql.id(name);
}
