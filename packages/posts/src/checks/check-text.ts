import type { Db } from '@warta/database';
import { findMediaItem } from '@warta/media';
import { type Draft, type DraftOf, findDraft } from '../drafts/find-drafts.ts';
import { checkDraft, type Finding } from './check-draft.ts';

/** What should be looked at before this text is published, its cover and the text it was made from included. */
export async function checkText(db: Db, draft: Draft, of: DraftOf = 'post'): Promise<Finding[]> {
  const { site, post, sourceLocale, cover } = draft;
  const source = sourceLocale ? await findDraft(db, site, post, sourceLocale, of) : undefined;
  const picture = cover ? await findMediaItem(db, site, cover) : undefined;
  const coverHasAlt = !picture || Object.keys(picture.alt).length > 0;
  return checkDraft(draft, { sourceRevision: source?.revision, coverHasAlt });
}
