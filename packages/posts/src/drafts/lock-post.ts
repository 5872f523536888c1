import type { Actor } from '@warta/audit';
import type { Trx } from '@warta/database';
import { DomainError, invalid } from '@warta/problems';
import type { Site } from '@warta/sites';
import { sql } from 'kysely';
import type { DraftInput } from './draft-input.ts';

/**
 * Makes the post where there is none, and keeps everybody else from it until the transaction ends.
 * @throws {DomainError} `not-found` when the id is another site's post; `invalid` for another kind once it was published
 */
export async function lockPost(
  trx: Trx,
  actor: Actor,
  site: Site,
  input: DraftInput,
  id: string,
): Promise<void> {
  await trx
    .insertInto('post')
    .values({
      id,
      site: site.id,
      kind: input.kind,
      state: 'draft',
      publish_at: sql<Date>`now()`,
      sort_at: sql<Date>`now()`,
      announced: true,
      created_by: actor.name,
      owner: actor.person ?? null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const post = await trx
    .selectFrom('post')
    .select(['state', 'kind'])
    .where('id', '=', id)
    .where('site', '=', site.id)
    .where('kind', '!=', 'headline')
    .forUpdate()
    .executeTakeFirst();
  if (!post) throw new DomainError('not-found', 'There is no such post on this site.');
  if (post.kind === input.kind) return;
  if (post.state !== 'draft') {
    throw invalid({ field: 'kind', message: 'stays once the post was published', why: 'kind.stays' });
  }
  await trx.updateTable('post').set({ kind: input.kind }).where('id', '=', id).execute();
}

/** @throws {DomainError} `not-found` when it is no headline of this site */
export async function lockHeadlinePost(trx: Trx, site: Site, id: string): Promise<void> {
  const post = await trx
    .selectFrom('post')
    .select('id')
    .where('id', '=', id)
    .where('site', '=', site.id)
    .where('kind', '=', 'headline')
    .forUpdate()
    .executeTakeFirst();
  if (!post) throw new DomainError('not-found', 'There is no such headline.');
}
