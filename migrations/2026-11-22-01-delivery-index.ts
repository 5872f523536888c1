import { type Kysely, sql } from 'kysely';

/**
 * Finds a single row of the ledger by its whole key in either index. An index that led to all rows of a
 * headline looked as good to a planner without statistics, and made writing down what was seen quadratic.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`drop index delivery_node`.execute(db);
  await sql`create index delivery_node on delivery (node, headline, site)`.execute(db);
}
