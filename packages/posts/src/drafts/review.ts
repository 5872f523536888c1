import { type Actor, recordAudit } from '@warta/audit';
import type { Db, Trx } from '@warta/database';
import { DomainError } from '@warta/problems';
import type { Site } from '@warta/sites';
import { sql } from 'kysely';
import { DraftConflictError } from './draft-conflict-error.ts';
import { type Draft, type DraftOf, findDraft } from './find-drafts.ts';
import { addNote } from './notes.ts';

export interface DraftKey {
  post: string;
  locale: string;
  /** The revision that was looked at: what was saved since then is not meant. */
  revision: number;
}

/**
 * Asks colleagues to check a text before it is published, and returns it as it was.
 * @throws {DomainError} `not-found`; `conflict` when somebody has saved since
 */
export async function submitForReview(trx: Trx, actor: Actor, site: Site, key: DraftKey): Promise<Draft> {
  return move(trx, actor, site, key, 'in-review', { submitted_by: actor.person ?? null });
}

/**
 * Gives a text back, with what is to be changed, and returns it as it was.
 * @throws {DomainError} `not-found`; `conflict` when somebody has saved since, or it is not under review
 */
export async function askForChanges(
  trx: Trx,
  actor: Actor,
  site: Site,
  key: DraftKey,
  words: string,
): Promise<Draft> {
  const draft = await expectDraft(trx, site, key);
  if (draft.state !== 'in-review') throw new DomainError('conflict', 'The text is not under review.');
  await addNote(trx, actor, key.post, words);
  return move(trx, actor, site, key, 'changes-asked', {});
}

/**
 * Whether somebody may approve: not who has saved something that nobody has approved yet. What came by a token
 * without a person counts for that token.
 */
export async function mayApprove(db: Db, actor: Actor, draft: Draft): Promise<boolean> {
  const own = await db
    .selectFrom('revision')
    .select('n')
    .where('post', '=', draft.post)
    .where('locale', '=', draft.locale)
    .where('n', '>', draft.approved ?? 0)
    .where((eb) =>
      eb.or([eb('created_by', '=', actor.name), ...(actor.person ? [eb('person', '=', actor.person)] : [])]),
    )
    .executeTakeFirst();
  return own === undefined;
}

/** The draft as it was looked at, kept from everybody else until the transaction ends. */
export async function expectDraft(
  trx: Trx,
  site: Pick<Site, 'id'>,
  key: DraftKey,
  of: DraftOf = 'post',
): Promise<Draft> {
  await trx.selectFrom('post').select('id').where('id', '=', key.post).forUpdate().execute();
  const draft = await findDraft(trx, site.id, key.post, key.locale, of);
  if (!draft || draft.binnedAt) throw new DomainError('not-found', 'There is no such text on this site.');
  if (draft.revision !== key.revision) {
    const moved = { field: 'revision', message: `is ${draft.revision} now`, why: 'draft.moved' };
    throw new DraftConflictError(draft, [moved]);
  }
  return draft;
}

async function move(
  trx: Trx,
  actor: Actor,
  site: Site,
  key: DraftKey,
  state: 'in-review' | 'changes-asked',
  more: { submitted_by?: string | null },
): Promise<Draft> {
  const draft = await expectDraft(trx, site, key);
  const values = { state, changed_at: sql<Date>`now()`, ...more };
  await trx
    .insertInto('draft')
    .values({
      post: key.post,
      locale: key.locale,
      revision: draft.revision,
      approved: draft.approved,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['post', 'locale']).doUpdateSet(values))
    .execute();
  await recordAudit(trx, actor, {
    action: state === 'in-review' ? 'draft.submit' : 'draft.ask-changes',
    subject: `post:${key.post}`,
    site: site.id,
    after: { locale: key.locale, revision: key.revision },
  });
  return draft;
}
