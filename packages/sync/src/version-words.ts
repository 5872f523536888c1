import type { Actor } from '@warta/audit';
import type { Trx } from '@warta/database';
import {
  type PreparedText,
  type RevisionNumbers,
  type SharedParts,
  saveRevisions,
  takeDrafts,
} from '@warta/posts';
import type { Site } from '@warta/sites';
import { headlineSlug } from './headline-slug.ts';

/** The words of a version: rendered ones that were sent along, or the saved ones of these revisions. */
export type VersionWords = { texts: readonly PreparedText[] } | { drafts: RevisionNumbers };

/** The words of a version, saved, with the last words of each language's address. */
export interface SavedWords {
  revisions: RevisionNumbers;
  slugs: Record<string, string>;
  /** What all languages share, where the words were written at the desk. */
  shared?: Pick<SharedParts, 'category' | 'tags' | 'cover'> | undefined;
}

/**
 * Saves the words of a version, or takes what was saved of it as it was looked at.
 * @throws {DomainError} as `takeDrafts`
 */
export async function saveWords(
  trx: Trx,
  actor: Actor,
  origin: Pick<Site, 'id' | 'fourEyes'>,
  headline: { id: string; number: number },
  words: VersionWords,
): Promise<SavedWords> {
  if ('texts' in words) {
    const revisions = await saveRevisions(trx, actor, headline.id, words.texts);
    return { revisions, slugs: slugsOf(words.texts, headline.number) };
  }
  const { texts, shared } = await takeDrafts(trx, actor, origin, headline.id, words.drafts);
  return { revisions: words.drafts, slugs: slugsOf(texts, headline.number), shared };
}

function slugsOf(
  texts: readonly Pick<PreparedText, 'locale' | 'slug' | 'title'>[],
  number: number,
): Record<string, string> {
  return Object.fromEntries(texts.map((text) => [text.locale, headlineSlug(text, number)]));
}
