import { recordAudit } from '@warta/audit';
import { announceChange } from '@warta/changes';
import type { Db, Trx } from '@warta/database';
import { forgetLater, saveRevisions, setPostState, sortPost, standLater, standNow } from '@warta/posts';
import { invalid } from '@warta/problems';
import { ensureAudience } from './audiences.ts';
import { findOrigin, type LockedHeadline, lockHeadline, tagsOf } from './change-headline.ts';
import { openDeliveries, refuseNobody } from './deliveries.ts';
import { findHeadline } from './find-headlines.ts';
import { type CorrectionInput, prepareTexts } from './headline-input.ts';
import { arrival, type SaveContext, type SavedHeadline, slugsOf } from './publish-headline.ts';

/**
 * Replaces a headline everywhere by a new version. Its place in the timeline stays. Before its moment the
 * words are replaced and the moment kept (or moved, where `publishAt` is given); for one that stands,
 * `publishAt` to come means that the old version stands until then. A recalled one comes back.
 * @throws {DomainError} `not-found`; `stale-version`; `invalid`, also when a later correction would change more
 * than words.
 */
export async function correctHeadline(
  db: Db,
  id: string,
  expected: number,
  input: CorrectionInput,
  { actor, receivedAt, also }: SaveContext,
): Promise<SavedHeadline> {
  const texts = await prepareTexts(db, await findOrigin(db, id), input);
  return db.transaction().execute(async (trx) => {
    const headline = await lockHeadline(trx, id, expected);
    const before = await findHeadline(trx, id);
    const { id: audience, newTo } = await ensureAudience(trx, input.audience);
    const plan = planMoment(headline, input, audience);
    const revisions = await saveRevisions(trx, actor, id, texts);
    const slugs = slugsOf(texts, headline.number);
    const version = headline.latest + 1;
    await forgetLater(trx, id);
    if (plan.later) await standLater(trx, id, revisions, slugs, plan.liveFrom);
    else await standNow(trx, id, revisions, slugs);
    await writeHeadline(trx, headline, input, { ...plan, audience, version });
    await trx
      .insertInto('headline_version')
      .values({
        post: id,
        version,
        kind: 'correction',
        note: input.note ?? null,
        texts: JSON.stringify(revisions),
        received_at: arrival(receivedAt),
        live_from: plan.liveFrom,
        created_by: actor.name,
      })
      .execute();
    const count = await openDeliveries(trx, id);
    refuseNobody(count);
    const saved = { id, number: headline.number, version, slugs, count };
    await recordAudit(trx, actor, {
      action: 'headline.correct',
      subject: `headline:${id}`,
      site: headline.origin,
      before: { ...before, versions: undefined },
      after: { ...input, version, count, slugs },
    });
    await also?.(trx, saved);
    await announceChange(trx, [...tagsOf({ ...headline, audience }, headline.audience), ...newTo]);
    return saved;
  });
}

interface Plan {
  /** The old version stands until `liveFrom`. */
  later: boolean;
  liveFrom: Date;
  publishAt: Date;
}

function planMoment(headline: LockedHeadline, input: CorrectionInput, audience: string): Plan {
  if (headline.embargoed) {
    const publishAt = input.publishAt ?? headline.publish_at;
    return { later: false, liveFrom: publishAt, publishAt };
  }
  const later = headline.state === 'live' && input.publishAt !== undefined && input.publishAt > headline.now;
  if (!later) return { later, liveFrom: headline.now, publishAt: headline.publish_at };
  const pinned = input.pinnedUntil?.getTime() !== headline.pinned_until?.getTime();
  if (
    audience !== headline.audience ||
    (input.obligation ?? headline.obligation) !== headline.obligation ||
    pinned
  ) {
    const message =
      'a correction set for later changes only words; change the audience, obligation or pin now';
    throw invalid({ field: 'publishAt', message });
  }
  return { later, liveFrom: input.publishAt as Date, publishAt: headline.publish_at };
}

async function writeHeadline(
  trx: Trx,
  headline: LockedHeadline,
  input: CorrectionInput,
  { later, liveFrom, publishAt, audience, version }: Plan & { audience: string; version: number },
): Promise<void> {
  const moved = publishAt.getTime() !== headline.publish_at.getTime();
  await trx
    .updateTable('headline')
    .set({
      audience,
      ...(input.obligation && { obligation: input.obligation }),
      state: 'live',
      latest: version,
      pinned_until: input.pinnedUntil ?? null,
      ...(later
        ? { next_version: version, next_from: liveFrom }
        : { version, next_version: null, next_from: null }),
      ...(moved && { publish_at: publishAt, sort_at: publishAt }),
    })
    .where('post', '=', headline.post)
    .execute();
  await setPostState(trx, headline.post, 'live', moved ? publishAt : undefined);
  await sortPost(trx, headline.post, input);
}
