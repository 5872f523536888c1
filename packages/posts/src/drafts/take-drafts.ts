import type { Actor } from '@warta/audit';
import type { Trx } from '@warta/database';
import { DomainError, invalid } from '@warta/problems';
import type { Site } from '@warta/sites';
import type { RevisionNumbers } from '../save-texts.ts';
import type { SharedParts } from './draft-input.ts';
import type { Draft } from './find-drafts.ts';
import { markPublished } from './mark-published.ts';
import { expectDraft, mayApprove } from './review.ts';

/** Drafts of a headline that are about to be what readers get. */
export interface TakenDrafts {
  texts: { locale: string; slug: string | undefined; title: string }[];
  /** Of the language that was saved last. */
  shared: SharedParts;
}

/**
 * Takes these languages of a headline as they were looked at, and marks them as published.
 * @throws {DomainError} `invalid`, naming what is empty; `conflict` when somebody has saved since; `forbidden` where
 * the site asks for four eyes and these are one's own words; `not-found`
 */
export async function takeDrafts(
  trx: Trx,
  actor: Actor,
  site: Pick<Site, 'id' | 'fourEyes'>,
  headline: string,
  revisions: RevisionNumbers,
): Promise<TakenDrafts> {
  const drafts: Draft[] = [];
  for (const [locale, revision] of Object.entries(revisions)) {
    drafts.push(await expectDraft(trx, site, { post: headline, locale, revision }, 'headline'));
  }
  const newest = drafts.toSorted((a, b) => b.savedAt.getTime() - a.savedAt.getTime())[0];
  if (!newest) throw invalid({ field: 'languages', message: 'needs at least one language', why: 'missing' });
  refuseEmpty(drafts);
  for (const draft of drafts) {
    if (site.fourEyes && !(await mayApprove(trx, actor, draft))) {
      throw new DomainError('forbidden', 'A colleague who has written nothing of this text has to send it.');
    }
    await markPublished(trx, draft);
  }
  return {
    texts: drafts.map(({ locale, slug, title }) => ({ locale, slug: slug ?? undefined, title })),
    shared: newest,
  };
}

function refuseEmpty(drafts: readonly Draft[]): void {
  const empty = drafts.flatMap((draft) =>
    (['title', 'body'] as const)
      .filter((field) => draft[field].trim() === '')
      .map((field) => ({
        field: `languages.${draft.locale}`,
        message: `its ${field} is empty`,
        why: `empty.${field}`,
      })),
  );
  if (empty.length > 0) throw invalid(...empty);
}
