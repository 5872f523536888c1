import { recordAudit } from '@warta/audit';
import { announceChange } from '@warta/changes';
import type { Db, Trx } from '@warta/database';
import { forgetLater, type RevisionNumbers, setPostState, sortPost, standLater } from '@warta/posts';
import { ensureAudience } from './audiences.ts';
import { findOrigin, type LockedHeadline, lockHeadline, tagsOf } from './change-headline.ts';
import { openDeliveries, refuseNobody } from './deliveries.ts';
import { findHeadline } from './find-headlines.ts';
import { type CorrectionInput, prepareTexts, type ResendingInput } from './headline-input.ts';
import { type Plan, planMoment } from './plan-moment.ts';
import {
  arrival,
  asked,
  refuseUnchecked,
  type SaveContext,
  type SavedHeadline,
  standSent,
} from './publish-headline.ts';
import { openReceptions } from './receptions.ts';
import { saveWords, type VersionWords } from './version-words.ts';
import { openWaves } from './waves.ts';

/**
 * Replaces a headline everywhere by a new version. Its place in the timeline stays. Before its moment the
 * words are replaced and the moment kept (or moved, where `publishAt` or `waveAt` is given); for one that stands,
 * `publishAt` to come means that the old version stands until then. A recalled one comes back.
 * @throws {DomainError} `not-found`; `stale-version`; `invalid`, also when a later correction would change more
 * than words; `forbidden` where the site asks for four eyes: then a colleague sends what was saved.
 */
export async function correctHeadline(
  db: Db,
  id: string,
  expected: number,
  input: CorrectionInput,
  context: SaveContext,
): Promise<SavedHeadline> {
  const origin = await findOrigin(db, id);
  refuseUnchecked(origin);
  const texts = await prepareTexts(db, origin.id, input);
  return correct(db, id, expected, input, { texts }, context);
}

/** The same with what was saved at the desk: `revisions` are those that were looked at. Throws likewise. */
export async function correctFromDrafts(
  db: Db,
  id: string,
  expected: number,
  input: ResendingInput,
  revisions: RevisionNumbers,
  context: SaveContext,
): Promise<SavedHeadline> {
  return correct(db, id, expected, input, { drafts: revisions }, context);
}

async function correct(
  db: Db,
  id: string,
  expected: number,
  input: ResendingInput & Pick<CorrectionInput, 'category' | 'tags'>,
  words: VersionWords,
  { actor, receivedAt, also }: SaveContext,
): Promise<SavedHeadline> {
  return db.transaction().execute(async (trx) => {
    const headline = await lockHeadline(trx, id, expected);
    const before = await findHeadline(trx, id);
    const { id: audience, newTo } = await ensureAudience(trx, input.audience);
    const plan = planMoment(headline, input, audience);
    const saved = await saveWords(trx, actor, await findOrigin(trx, id), { ...headline, id }, words);
    const version = headline.latest + 1;
    await forgetLater(trx, id);
    if (plan.later) await standLater(trx, id, saved.revisions, saved.slugs, plan.liveFrom);
    else await standSent(trx, id, saved);
    await writeHeadline(trx, headline, input, { ...plan, audience, version });
    const liveFrom = await moveWaves(trx, headline, input, plan);
    await trx
      .insertInto('headline_version')
      .values({
        post: id,
        version,
        kind: 'correction',
        note: input.note ?? null,
        texts: JSON.stringify(saved.revisions),
        received_at: arrival(receivedAt),
        live_from: liveFrom,
        created_by: actor.name,
        ...asked(input),
      })
      .execute();
    const count = await openDeliveries(trx, id);
    refuseNobody(count);
    await openReceptions(trx, id);
    const result = { id, number: headline.number, version, slugs: saved.slugs, count };
    await recordAudit(trx, actor, {
      action: 'headline.correct',
      subject: `headline:${id}`,
      site: headline.origin,
      before: { ...before, versions: undefined },
      after: { ...input, version, count, slugs: saved.slugs },
    });
    await also?.(trx, result);
    await announceChange(trx, [...tagsOf({ ...headline, audience }, headline.audience), ...newTo]);
    return result;
  });
}

async function writeHeadline(
  trx: Trx,
  headline: LockedHeadline,
  input: ResendingInput & Pick<CorrectionInput, 'category' | 'tags'>,
  { later, liveFrom, publishAt, waveAt, audience, version }: Plan & { audience: string; version: number },
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
      wave_at: waveAt,
      ...(input.standsUntil && { stands_until: input.standsUntil }),
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

/** Missions that are new get a moment on their clocks; all get another one where it was changed before the first. */
async function moveWaves(
  trx: Trx,
  headline: LockedHeadline,
  input: ResendingInput,
  { waveAt, liveFrom }: Plan,
): Promise<Date> {
  if (headline.wave_at && !waveAt) {
    await trx.deleteFrom('headline_wave').where('headline', '=', headline.post).execute();
  }
  const first = await openWaves(trx, headline.post, input.waveAt !== undefined);
  if (!first || !headline.embargoed) return liveFrom;
  await trx
    .updateTable('headline')
    .set({ publish_at: first, sort_at: first })
    .where('post', '=', headline.post)
    .execute();
  await setPostState(trx, headline.post, 'live', first);
  return first;
}
