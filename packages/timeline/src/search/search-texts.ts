import type { Db } from '@warta/database';
import { bestText } from '@warta/languages';
import { detailWords, mendWords, plainText } from '@warta/posts';
import { besideWords } from '@warta/sync';
import { withOwn } from '../own-additions.ts';
import type { EntryText, TimelineEntry } from '../timeline-entry.ts';
import { markMatches, type Piece } from './mark-matches.ts';
import { type ReadQuery, readQuery, withWords } from './read-query.ts';
import { RESULTS_A_PAGE, type SearchFilter, type SearchRow, searchRows } from './search-rows.ts';

/** What a reader searches for; `locale` is that of the page, whose texts come before their translations. */
export interface SearchWanted extends SearchFilter {
  typed: string;
  locale: string;
  /** From 1 on. */
  page: number;
}

/** One post that has the words, in the language that has them. */
export interface SearchResult {
  entry: TimelineEntry;
  /** The mission whose words to a headline these are, or who says beside it what was found. */
  mission?: TimelineEntry['origin'];
  text: EntryText;
  title: Piece[];
  snippet: Piece[];
  /** The language of the snippet: a mission may say something beside a text of another. */
  snippetLocale: string;
}

export interface SearchResults {
  results: SearchResult[];
  /** How many posts were found in all, of those looked at. */
  total: number;
  /** Whether there are more than were looked at: then the newest were. */
  bounded: boolean;
  more: boolean;
  /** The query that was searched for instead, where nothing has the words as they were typed. */
  mended?: string;
  /** Whether the query was too long and only its beginning was searched for. */
  cut: boolean;
}

/**
 * What readers may see that has the words typed; where nothing has, the words most like them.
 * @throws {SearchTooLongError}
 */
export async function searchTexts(db: Db, wanted: SearchWanted): Promise<SearchResults> {
  const read = readQuery(wanted.typed);
  const { terms, wanted: words, cut } = read;
  const rows = terms === '' ? [] : await rowsOf(db, wanted, read);
  if (rows.length > 0 || terms === '' || wanted.page > 1) return toResults(rows, wanted, cut);
  const mended = withWords(wanted.typed, await mendWords(db, words));
  if (mended === wanted.typed) return toResults([], wanted, cut);
  const others = await rowsOf(db, wanted, readQuery(mended));
  return { ...toResults(others, wanted, cut), ...(others.length > 0 && { mended }) };
}

const rowsOf = (db: Db, wanted: SearchWanted, { terms, loose, either, wanted: words }: ReadQuery) =>
  searchRows(db, { ...wanted, terms, loose, either, words: [...new Set(words)] });

function toResults(rows: readonly SearchRow[], wanted: SearchWanted, cut: boolean): SearchResults {
  const total = rows[0]?.total ?? 0;
  return {
    results: rows.flatMap((row) => toResult(row, wanted)),
    total,
    bounded: rows[0]?.bounded ?? false,
    more: total > wanted.page * RESULTS_A_PAGE,
    cut,
  };
}

function toResult(row: SearchRow, wanted: SearchWanted): SearchResult[] {
  const {
    total: _,
    bounded: __,
    mission,
    part,
    locale,
    html,
    ownHtml,
    introHtml,
    noteHtml,
    said,
    ...more
  } = row;
  const { matches, ownCover, ownTexts, ...official } = more;
  const entry = withOwn(official, { ownCover, ownTexts });
  const isBeside = part === 'beside';
  const text = isBeside
    ? bestText(entry.texts, locale, [wanted.locale])
    : entry.texts.find((each) => each.locale === locale && (part === null) === !each.mission);
  if (!text) return [];
  const body = isBeside ? '' : plainText(ownHtml ?? html ?? '');
  const beside = isBeside
    ? besideWords(introHtml ?? '', noteHtml ?? '')
    : detailWords(entry.kind, said, locale);
  const { title, summary } = text;
  return [
    {
      entry,
      text,
      snippetLocale: isBeside ? locale : text.locale,
      ...(mission && { mission }),
      ...markMatches({ title, summary, body, beside, matches }),
    },
  ];
}
