import type { DraftInput } from './draft-input.ts';
import type { Draft } from './find-drafts.ts';
import type { Revision } from './find-revisions.ts';

/** All that is typed of a text: what saving takes, besides its language. */
export type DraftContent = Omit<DraftInput, 'locale'>;

/** What was typed of a text, ready to be changed and saved again. */
export function contentOf(draft: Draft): DraftContent {
  const { kind, title, summary, body, slug, category, tags, cover, date, details } = draft;
  return { kind, title, summary, body, slug, category, tags, cover, date, details };
}

/**
 * The same of one of its saved states. What the languages share is as old as the words; texts that came by
 * another way have none of their own and take what the post has.
 */
export function contentAt(draft: Draft, { title, summary, body, shared }: Revision): DraftContent {
  const undated = 'kind' in shared && { date: null };
  return { ...contentOf(draft), ...undated, ...shared, title, summary, body };
}
