import { recordAudit } from '@warta/audit';
import { announceChange } from '@warta/changes';
import type { Db } from '@warta/database';
import { forgetLater, setPostState } from '@warta/posts';
import { DomainError } from '@warta/problems';
import { lockHeadline, tagsOf } from './change-headline.ts';
import { openDeliveries } from './deliveries.ts';
import type { RecallInput } from './headline-input.ts';
import { arrival, type SaveContext, type SavedHeadline } from './publish-headline.ts';

/**
 * Takes a headline off every site: its lists, feeds and pictures at once, its address answering 410 with a
 * notice. The recall is a version of its own, so that it can be proven like any other.
 * @throws {DomainError} `not-found`; `conflict` when it is recalled already; `stale-version` when `expected` is
 * given and is not its latest.
 */
export async function recallHeadline(
  db: Db,
  id: string,
  input: RecallInput,
  { actor, receivedAt, also }: SaveContext,
  expected?: number,
): Promise<SavedHeadline> {
  return db.transaction().execute(async (trx) => {
    const headline = await lockHeadline(trx, id, expected);
    if (headline.state === 'recalled') throw new DomainError('conflict', 'The headline is recalled already.');
    const version = headline.latest + 1;
    await trx
      .insertInto('headline_version')
      .values({
        post: id,
        version,
        kind: 'recall',
        reason: input.reason,
        notice: input.notice ? JSON.stringify(noticeWords(input.notice)) : null,
        texts: '{}',
        received_at: arrival(receivedAt),
        live_from: headline.now,
        created_by: actor.name,
      })
      .execute();
    await trx
      .updateTable('headline')
      .set({ state: 'recalled', version, latest: version, next_version: null, next_from: null })
      .where('post', '=', id)
      .execute();
    await forgetLater(trx, id);
    await setPostState(trx, id, 'withdrawn');
    const count = await openDeliveries(trx, id);
    const saved = { id, number: headline.number, version, slugs: {}, count };
    await recordAudit(trx, actor, {
      action: 'headline.recall',
      subject: `headline:${id}`,
      site: headline.origin,
      before: { version: headline.latest, state: headline.state },
      after: { version, state: 'recalled', ...input },
    });
    await also?.(trx, saved);
    await announceChange(trx, tagsOf(headline));
    return saved;
  });
}

/** A notice in one sentence is in no stated language (`und`, BCP 47). */
function noticeWords(notice: NonNullable<RecallInput['notice']>): Record<string, string> {
  return typeof notice === 'string' ? { und: notice } : notice;
}
