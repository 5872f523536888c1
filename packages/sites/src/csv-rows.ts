import { CsvError, parse } from 'csv-parse/sync';
import { ContactListError } from './contact-list-error.ts';

/** A row of a list, by the names of its columns, and the line it ends on. */
export interface Row {
  line: number;
  cells: Record<string, string>;
}

type Parsed = { record: Record<string, string>; info: { lines: number } }[];

/**
 * The rows of a list with a heading, whatever stands between its columns: commas, semicolons or tabs.
 * @throws {ContactListError} for text that is not CSV, with the line it goes wrong on
 */
export function readRows(csvText: string): { header: string[]; rows: Row[] } {
  let header: string[] = [];
  const lines = parsed(csvText, (names) => {
    header = names;
  });
  return { header, rows: lines.map(({ record, info }) => ({ line: info.lines, cells: record })) };
}

function parsed(csvText: string, onHeader: (names: string[]) => void): Parsed {
  const options = {
    bom: true,
    delimiter: delimiterOf(csvText),
    columns: (names: string[]) => {
      onHeader(names);
      return names;
    },
    info: true,
    skip_empty_lines: true,
    trim: true,
  };
  try {
    return parse(csvText, options) as unknown as Parsed;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    throw new ContactListError([{ line, column: '–', message: error.message, why: 'list.no-csv' }]);
  }
}

/** What is copied out of a spreadsheet has tabs; some save with semicolons, as is usual in Indonesia. */
function delimiterOf(csvText: string): string {
  const [header = ''] = csvText.split('\n', 1);
  if (header.includes('\t')) return '\t';
  return header.includes(';') && !header.includes(',') ? ';' : ',';
}
