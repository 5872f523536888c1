import type { Db, Trx } from '@warta/database';
import type { Change } from './page-store.ts';
import { whatToHear } from './what-to-hear.ts';

/** Enters somebody who acts on each change once: on those from now on. One that is known goes on where it was. */
export async function beginReading(db: Db, name: string): Promise<void> {
  await db
    .insertInto('change_reader')
    .columns(['name', 'n'])
    .expression((eb) => eb.selectFrom('generation').select((of) => [of.val(name).as('name'), 'n']))
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}

/**
 * The changes up to number `upTo` that this reader has not taken, oldest first: taken if the transaction commits, and
 * by nobody else meanwhile. What was removed before it was read counts as a change of everything.
 */
export async function takeChanges(trx: Trx, name: string, upTo: number): Promise<Change[]> {
  const reader = await trx
    .selectFrom('change_reader')
    .select('n')
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirst();
  if (!reader || reader.n >= upTo) return [];
  await trx.updateTable('change_reader').set({ n: upTo }).where('name', '=', name).execute();
  const changes = await trx
    .selectFrom('change')
    .select(['n', 'tags'])
    .where('n', '>', reader.n)
    .where('n', '<=', upTo)
    .orderBy('n')
    .execute();
  return [...whatToHear(reader.n, upTo, changes)];
}
