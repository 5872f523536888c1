import type { Actor } from '@warta/audit';
import { type Db, newId, type Trx } from '@warta/database';
import { DomainError, invalid } from '@warta/problems';
import type { Site } from '@warta/sites';
import { parseDetails } from '../kinds/details.ts';
import { refuseOthersPictures } from '../kinds/pictures.ts';
import type { NewPost } from '../publish-post.ts';
import { draftInput } from './draft-input.ts';
import { findDrafts } from './find-drafts.ts';
import { submitForReview } from './review.ts';
import { type SavedDraft, saveDraft } from './save-draft.ts';

/**
 * Saves a whole post and asks for its check: what publishing by a program comes to where a site asks for four
 * eyes. A moment that has passed is kept as its date; one to come is for whoever publishes it. All in one
 * transaction, `also` included.
 * @throws {DomainError} as `publishPost`
 */
export async function handInPost(
  db: Db,
  actor: Actor,
  site: Site,
  input: NewPost,
  also: (trx: Trx, saved: SavedDraft) => Promise<void> = async () => {},
): Promise<SavedDraft> {
  const { translationOf, publishAt, kind = 'article', ...words } = input;
  const details = parseDetails(kind, input.details);
  await refuseOthersPictures(db, site, kind, details);
  await refuseTaken(db, site, input);
  const date = publishAt && publishAt <= new Date() ? publishAt.toISOString() : null;
  const draft = draftInput.parse({ ...words, kind, date, details });
  return saveDraft(db, actor, site, draft, {
    post: translationOf ?? newId(),
    base: null,
    async also(trx, saved) {
      await submitForReview(trx, actor, site, saved);
      await also(trx, saved);
    },
  });
}

async function refuseTaken(db: Db, site: Site, { translationOf, locale }: NewPost): Promise<void> {
  if (!translationOf) return;
  const drafts = await findDrafts(db, site.id, translationOf);
  if (drafts.length === 0) {
    throw invalid({ field: 'translationOf', message: 'there is no such post on this site' });
  }
  if (drafts.some((draft) => draft.locale === locale)) {
    throw new DomainError('conflict', `The post has a text in ${locale} already.`, [
      { field: 'locale', message: `there is a text in ${locale} already` },
    ]);
  }
}
