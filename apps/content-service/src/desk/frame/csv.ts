import { stringify } from 'csv-stringify/sync';

/** A spreadsheet takes what begins like this for a formula and carries it out; behind an apostrophe it is text. */
const SAFE = { escape_formulas: true, record_delimiter: 'windows' } as const;
/** Tells spreadsheets that it is UTF-8. */
const BOM = '\ufeff';

type Cell = string | number | null;

/** The first line of a list for spreadsheets. */
export const csvHead = (columns: readonly string[]): string => BOM + stringify([[...columns]], SAFE);

/** Further lines of it. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    SAFE,
  );
