import type pg from 'pg';

// biome-ignore lint/suspicious/noExplicitAny: the library that wrote the SQL knows what it asked for
export type Row = any;

/**
 * Runs one statement with values or several without, and gives the rows of all of them. A script that fails
 * between its own BEGIN and COMMIT would leave its connection useless to whoever gets it next.
 */
export async function runSql(pool: pg.Pool, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const results = (await client.query(text, [...values])) as pg.QueryResult | pg.QueryResult[];
    return [results].flat().flatMap((result) => result.rows);
  } catch (error) {
    if (values.length === 0) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
    }
    throw error;
  } finally {
    client.release(broken);
  }
}
