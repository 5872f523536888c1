import { sql } from 'kysely';
import type { Db, Trx } from '../tables.ts';

/** Where a column that counts by itself stands. */
export interface SequenceState {
  table: string;
  column: string;
  last: string;
  /** Whether `last` was given out; otherwise it is the next number. */
  called: boolean;
}

interface SequenceName {
  table: string;
  column: string;
  /** Quoted, with its schema. */
  sequence: string;
}

/** The state of all identity and serial columns. */
export async function readSequences(db: Db): Promise<SequenceState[]> {
  const states: SequenceState[] = [];
  for (const { table, column, sequence } of await listSequences(db)) {
    const { rows } = await sql<{ last: string; called: boolean }>`
      select last_value::text as last, is_called as called from ${sql.raw(sequence)}`.execute(db);
    states.push(...rows.map((row) => ({ table, column, ...row })));
  }
  return states;
}

/** Puts columns that count by themselves where they stood. */
export async function setSequences(trx: Trx, states: readonly SequenceState[]): Promise<void> {
  for (const { table, column, last, called } of states) {
    await sql`
      select setval(pg_get_serial_sequence(quote_ident(${table}), ${column}), ${last}::bigint, ${called})
    `.execute(trx);
  }
}

async function listSequences(db: Db): Promise<SequenceName[]> {
  const { rows } = await sql<SequenceName>`
    select * from (
      select c.relname as table, a.attname as column,
        pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
        and a.attnum > 0 and not a.attisdropped
    ) s where sequence is not null order by 1, 2`.execute(db);
  return rows;
}
