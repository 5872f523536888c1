import { canonicalLocale } from '@warta/languages';
import { parse } from 'csv-parse/sync';
import { type Contact, contactInput, contactsInput } from './contact-input.ts';
import { readHours } from './written-hours.ts';

const COLUMNS = ['site', 'kind', 'purpose', 'value', 'hours'];
/** No language has more than three letters: what has is a slip of the hand. */
const WORDS = /^(label|address)_([a-z]{2,3}(?:-[a-z0-9-]+)?)$/i;

/** The contacts of a site as a list gives them. */
export interface ListedContacts {
  site: string;
  contacts: Contact[];
}

interface Row {
  line: number;
  cells: Record<string, string>;
}

type Complain = (line: number, column: string, message: string) => void;

/**
 * The contacts of a CSV list, by site in the order of the list; `docs/operations.md` says what its columns hold.
 * `sites` are those there are. Throws an Error with a sentence for every value that is wrong, naming its line and
 * column and what would be right, or for text that is not CSV: nothing is read by halves.
 */
export function readContacts(csvText: string, sites: ReadonlySet<string>): ListedContacts[] {
  const { header, rows } = readRows(csvText);
  const wrong: { line: number; sentence: string }[] = [];
  const complain: Complain = (line, column, message) =>
    wrong.push({ line, sentence: `line ${line}, ${column}: ${message}` });
  checkHeader(header, complain);
  const read = wrong.length > 0 ? [] : rows.map((row) => readRow(row, sites, complain));
  const lists = Map.groupBy(
    read.flatMap((one) => one ?? []),
    ({ site }) => site,
  );
  for (const list of lists.values()) checkList(list, complain);
  if (wrong.length > 0) {
    const sentences = wrong.sort((a, b) => a.line - b.line).map(({ sentence }) => sentence);
    throw new Error(`The list of contacts cannot be read.\n${sentences.join('\n')}`);
  }
  return [...lists].map(([site, list]) => ({ site, contacts: list.map(({ contact }) => contact) }));
}

function readRows(csvText: string): { header: string[]; rows: Row[] } {
  let header: string[] = [];
  const lines: { record: Record<string, string>; info: { lines: number } }[] = parse(csvText, {
    bom: true,
    delimiter: delimiterOf(csvText),
    columns: (names: string[]) => {
      header = names;
      return names;
    },
    info: true,
    skip_empty_lines: true,
    trim: true,
  });
  return { header, rows: lines.map(({ record, info }) => ({ line: info.lines, cells: record })) };
}

/** What is copied out of a spreadsheet has tabs; some save with semicolons, as is usual in Indonesia. */
function delimiterOf(csvText: string): string {
  const [header = ''] = csvText.split('\n', 1);
  if (header.includes('\t')) return '\t';
  return header.includes(';') && !header.includes(',') ? ';' : ',';
}

function checkHeader(header: readonly string[], complain: Complain): void {
  for (const name of ['site', 'kind', 'purpose']) {
    if (!header.includes(name)) complain(1, name, 'this column is missing');
  }
  for (const [index, name] of header.entries()) {
    const tag = WORDS.exec(name)?.[2];
    const isKnown = tag === undefined ? COLUMNS.includes(name) : canonicalLocale(tag) !== undefined;
    const known = `${COLUMNS.join(', ')}, and label_ and address_ with a language tag, such as label_id`;
    if (!isKnown) complain(1, name || `column ${index + 1}`, `is no column; there are ${known}`);
    if (header.indexOf(name) !== index) complain(1, name, 'is a column twice');
  }
}

interface Read {
  line: number;
  site: string;
  contact: Contact;
}

function readRow({ line, cells }: Row, sites: ReadonlySet<string>, complain: Complain): Read | undefined {
  const { site = '', kind = '', purpose = '', value = '' } = cells;
  if (!sites.has(site)) complain(line, 'site', site ? `there is no site ${site}` : 'is empty');
  const isAddress = kind === 'address';
  const address = wordsIn(cells, 'address');
  if (isAddress && value)
    complain(line, 'value', 'is empty for an address; write it in address_id, address_en, …');
  if (!isAddress && Object.keys(address).length > 0) {
    complain(line, `address_${Object.keys(address)[0]}`, `is for the kind address, not ${kind}`);
  }
  const read = contactInput.safeParse({
    ...{ kind, purpose, label: wordsIn(cells, 'label') },
    ...(isAddress ? { address } : { value }),
    hours: hoursIn(cells.hours ?? '', (message) => complain(line, 'hours', message)),
  });
  if (read.success) return { line, site, contact: read.data };
  for (const issue of read.error.issues) complain(line, columnOf(issue.path), issue.message);
  return undefined;
}

function wordsIn(cells: Record<string, string>, name: string): Record<string, string> {
  const words = Object.entries(cells).flatMap(([column, text]) => {
    const [, noun, tag = ''] = WORDS.exec(column) ?? [];
    return noun === name && text !== '' ? [[canonicalLocale(tag) ?? tag, text]] : [];
  });
  return Object.fromEntries(words);
}

function hoursIn(written: string, complain: (message: string) => void) {
  if (written === '') return null;
  try {
    return readHours(written);
  } catch (error) {
    complain((error as Error).message);
    return null;
  }
}

function checkList(list: readonly Read[], complain: Complain): void {
  const read = contactsInput.safeParse(list.map(({ contact }) => contact));
  for (const issue of read.error?.issues ?? []) {
    const [index, ...path] = issue.path;
    complain(list[Number(index ?? 0)]?.line ?? 1, columnOf(path), issue.message);
  }
}

/** Where a field stands in the list: words have a column for each language. */
function columnOf([field, part]: readonly PropertyKey[]): string {
  if (field === undefined) return 'site';
  const isWords = field === 'label' || field === 'address';
  return isWords ? `${field}_${part === undefined ? 'id' : String(part)}` : String(field);
}
