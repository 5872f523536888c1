import { translator } from '@warta/languages';
import type { SearchPage } from '@warta/rendering';
import { type SearchResults, SearchTooLongError, type SearchWanted, searchTexts } from '@warta/timeline';
import type { PublicContext } from '../context.ts';

const NOTHING: SearchResults = { results: [], total: 0, bounded: false, more: false, cut: false };

export interface Outcome extends SearchResults {
  /** Whether the database gave up before it was done. */
  late: boolean;
}

/** Searches, and takes it for an answer that it took too long. */
export async function searchNow({ database }: PublicContext, wanted: SearchWanted): Promise<Outcome> {
  try {
    return { ...(await searchTexts(database.db, wanted)), late: false };
  } catch (error) {
    if (error instanceof SearchTooLongError) return { ...NOTHING, late: true };
    throw error;
  }
}

/** What is said above the results: how many there are, and what was searched for instead of what was typed. */
export function wordsOf(
  typed: string,
  outcome: Outcome,
  locale: string,
): Pick<SearchPage, 'notes' | 'count'> {
  const t = translator(locale);
  const { total, bounded, cut, mended, late } = outcome;
  return {
    count: typed && total > 0 ? t(bounded ? 'search.bounded' : 'search.count', { count: total }) : '',
    notes: [
      ...(mended ? [t('search.mended', { typed, mended })] : []),
      ...(cut ? [t('search.cut')] : []),
      ...(late ? [t('search.late')] : []),
    ],
  };
}
