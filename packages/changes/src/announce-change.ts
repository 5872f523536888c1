import type { Trx } from '@warta/database';
import { sql } from 'kysely';

export const CHANNEL = 'warta_change';
const MOST_TAGS = 8;

/**
 * Announces what a transaction changed. It must be the transaction's last statement: from here to the commit
 * it holds the lock that puts all announcements in one order. Returns the number of the change. A `soft` one adds to
 * what was said, and takes nothing back: pages from before may stand in while new ones are made.
 * @throws {RangeError} without tags, or with more than 8 (name a group of pages, never a list of sites).
 */
export async function announceChange(
  trx: Trx,
  tags: readonly string[],
  { soft = false }: { soft?: boolean } = {},
): Promise<number> {
  const distinct = [...new Set(tags)];
  if (distinct.length === 0 || distinct.length > MOST_TAGS) {
    throw new RangeError(`a change has 1 to ${MOST_TAGS} tags, not ${distinct.length}`);
  }
  const { rows } = await sql<{ n: number }>`
    with next as (update generation set n = n + 1 returning n),
    noted as (insert into change (n, tags, soft) select n, ${distinct}::text[], ${soft} from next returning n)
    select n, pg_notify(${CHANNEL}, n::text) from noted
  `.execute(trx);
  const n = rows[0]?.n;
  if (n === undefined) throw new Error('the table "generation" has lost its row');
  return n;
}
