import type { Database } from '@warta/database';
import { sql } from 'kysely';

/** Every row of every table as PostgreSQL writes it as JSON, sorted, by table; and where each counter stands. */
export async function dumpTables({ db }: Database): Promise<Record<string, string[]>> {
  return db.transaction().execute(async (trx) => {
    await sql`set local timezone to 'UTC'`.execute(trx);
    const { rows: tables } = await sql<{ name: string }>`
      select tablename as name from pg_tables
      where schemaname = current_schema() and tablename not like 'kysely%' order by 1`.execute(trx);
    const dump: Record<string, string[]> = {};
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`
        select row_to_json(t)::text as row from ${sql.table(name)} t order by 1`.execute(trx);
      dump[name] = rows.map(({ row }) => row);
    }
    const { rows: counters } = await sql<{ row: string }>`
      select sequencename || ' ' || coalesce(last_value::text, 'new') as row from pg_sequences
      where schemaname = current_schema() order by 1`.execute(trx);
    return { ...dump, counters: counters.map(({ row }) => row) };
  });
}
