import { type Actor, recordAudit } from '@warta/audit';
import { announceChange } from '@warta/changes';
import type { Db, Trx } from '@warta/database';
import { DomainError, invalid } from '@warta/problems';
import type { Site } from '@warta/sites';
import { moveAddress } from '../addresses.ts';
import { parseDetails } from '../kinds/details.ts';
import { refuseOthersPictures } from '../kinds/pictures.ts';
import { noteMediaUse } from '../note-media-use.ts';
import { noteSearch } from '../search/note-search.ts';
import type { Draft } from './find-drafts.ts';
import { markPublished } from './mark-published.ts';
import { type DraftKey, expectDraft, mayApprove } from './review.ts';
import { standDraft } from './stand-draft.ts';

export interface Publication {
  /** A moment to come; at once without one. */
  at?: Date | undefined;
  /** Past a colleague's check, where the site asks for one: why, and whether whoever asks has the right to. */
  override?: { reason: string; isAllowed: boolean } | undefined;
  /** Done in the same transaction, with the text as it was before. */
  also?: (trx: Trx, draft: Draft, published: Published) => Promise<void>;
}

export interface Published {
  post: string;
  locale: string;
  slug: string;
  publishAt: Date;
  /** Why it was published without a colleague's check, where one was asked for. */
  pastReview: string | undefined;
}

/**
 * Puts what was saved before readers, at once or at a moment to come. Where the site asks for four eyes, it is
 * the approval of somebody who has saved nothing of it, or an override with its reason.
 * @throws {DomainError} `invalid`, naming what is missing, or a moment that has passed; `forbidden` for one's own
 * text where four eyes are asked for, and for an override without the right; `conflict` when somebody has saved
 * since; `not-found`.
 */
export async function publishDraft(
  db: Db,
  actor: Actor,
  site: Site,
  key: DraftKey,
  publication: Publication = {},
): Promise<Published> {
  const reason = reasonToOverride(site, publication);
  refusePast(publication);
  return db.transaction().execute(async (trx) => {
    const draft = await expectDraft(trx, site, key);
    refuseTwoMoments(draft, publication);
    const details = readyDetails(draft);
    await refuseOthersPictures(trx, site, draft.kind, details, draft.cover);
    const isFree = !site.fourEyes || reason !== undefined || (await mayApprove(trx, actor, draft));
    if (!isFree) {
      throw new DomainError(
        'forbidden',
        'A colleague who has written nothing of this text has to publish it.',
      );
    }
    const slug = await moveAddress(trx, { ...draft, slug: draft.slug ?? undefined });
    const publishAt = await standDraft(trx, { draft, slug, details, at: publication.at });
    await markPublished(trx, draft);
    await noteMediaUse(trx, draft.post);
    await noteSearch(trx, draft.post);
    await recordAudit(trx, actor, {
      action: reason === undefined ? 'post.publish' : 'post.publish-past-review',
      subject: `post:${draft.post}`,
      site: site.id,
      after: { ...key, slug, publishAt, ...(reason && { reason }) },
    });
    const published = { post: draft.post, locale: draft.locale, slug, publishAt, pastReview: reason };
    await publication.also?.(trx, draft, published);
    const isFirst = draft.postState === 'draft' && draft.standing === null;
    await announceChange(trx, [`site:${site.id}`], { soft: isFirst });
    return published;
  });
}

/** Why a text may pass without a check; undefined where it is to be checked, or nobody asks for that. */
function reasonToOverride({ fourEyes }: Site, { override }: Publication): string | undefined {
  if (!fourEyes || !override) return undefined;
  if (!override.isAllowed) {
    throw new DomainError('forbidden', 'Only the head of site may publish past review.');
  }
  if (override.reason === '') throw invalid({ field: 'reason', message: 'is missing', why: 'missing' });
  return override.reason;
}

function refusePast({ at }: Publication): void {
  if (at && at <= new Date()) throw invalid({ field: 'at', message: 'has passed', why: 'passed' });
}

/** A post that nobody has seen cannot both appear later and bear an earlier date. */
function refuseTwoMoments({ date, postState, publishAt }: Draft, { at }: Publication): void {
  const isSeen = postState === 'live' && publishAt <= new Date();
  if (!at || !date || isSeen) return;
  throw invalid({ field: 'at', message: 'cannot be set: the post bears a date of its own', why: 'at.dated' });
}

/** @throws {DomainError} `invalid`, naming each part that is missing */
function readyDetails(draft: Draft): object {
  const missing = (['title', 'body'] as const)
    .filter((field) => draft[field].trim() === '')
    .map((field) => ({ field, message: 'is empty', why: 'missing' }));
  if (draft.kind === 'poster' && !draft.cover) {
    missing.push({ field: 'cover' as 'title', message: 'is missing', why: 'missing' });
  }
  if (missing.length > 0) throw invalid(...missing);
  return parseDetails(draft.kind, draft.details);
}
