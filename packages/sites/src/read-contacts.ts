import { canonicalLocale } from '@warta/languages';
import { CONTACT_KINDS, type Contact, contactInput, contactsInput } from './contact-input.ts';
import { ContactListError, type WrongValue, whyOf } from './contact-list-error.ts';
import { type Row, readRows } from './csv-rows.ts';
import { readHours } from './written-hours.ts';

const COLUMNS = ['site', 'kind', 'purpose', 'value', 'hours'];
/** No language has more than three letters: what has is a slip of the hand. */
const WORDS = /^(label|address)_([a-z]{2,3}(?:-[a-z0-9-]+)?)$/i;

/** The contacts of a site as a list gives them. */
export interface ListedContacts {
  site: string;
  contacts: Contact[];
}

type Why = Pick<WrongValue, 'why' | 'values'>;
type Complain = (line: number, column: string, message: string, why: Why) => void;

/**
 * The contacts of a CSV list, by site in the order of the list; `docs/operations.md` says what its columns hold.
 * `sites` are those there are. Nothing is read by halves.
 * @throws {ContactListError} with every value that is wrong, its line and column and what would be right, or for
 * text that is not CSV.
 */
export function readContacts(csvText: string, sites: ReadonlySet<string>): ListedContacts[] {
  const { header, rows } = readRows(csvText);
  const wrong: WrongValue[] = [];
  const complain: Complain = (line, column, message, why) => wrong.push({ line, column, message, ...why });
  checkHeader(header, complain);
  const read = wrong.length > 0 ? [] : rows.map((row) => readRow(row, sites, complain));
  const lists = Map.groupBy(
    read.flatMap((one) => one ?? []),
    ({ site }) => site,
  );
  for (const list of lists.values()) checkList(list, complain);
  if (wrong.length > 0) throw new ContactListError(wrong);
  return [...lists].map(([site, list]) => ({ site, contacts: list.map(({ contact }) => contact) }));
}

function checkHeader(header: readonly string[], complain: Complain): void {
  for (const name of ['site', 'kind', 'purpose']) {
    if (!header.includes(name)) complain(1, name, 'this column is missing', { why: 'list.column-missing' });
  }
  for (const [index, name] of header.entries()) {
    const tag = WORDS.exec(name)?.[2];
    const isKnown = tag === undefined ? COLUMNS.includes(name) : canonicalLocale(tag) !== undefined;
    const known = `${COLUMNS.join(', ')}, and label_ and address_ with a language tag, such as label_id`;
    if (!isKnown) {
      const why = { why: 'list.column-unknown', values: { known: COLUMNS.join(', ') } };
      complain(1, name || `column ${index + 1}`, `is no column; there are ${known}`, why);
    }
    if (header.indexOf(name) !== index) {
      complain(1, name, 'is a column twice', { why: 'list.column-twice' });
    }
  }
}

interface Read {
  line: number;
  site: string;
  contact: Contact;
}

function readRow({ line, cells }: Row, sites: ReadonlySet<string>, complain: Complain): Read | undefined {
  const { site = '', kind = '', purpose = '', value = '' } = cells;
  if (site === '') complain(line, 'site', 'is empty', { why: 'missing' });
  else if (!sites.has(site)) {
    complain(line, 'site', `there is no site ${site}`, { why: 'list.site-unknown', values: { site } });
  }
  const isAddress = kind === 'address';
  const address = wordsIn(cells, 'address');
  if (isAddress && value) {
    const message = 'is empty for an address; write it in address_id, address_en, …';
    complain(line, 'value', message, { why: 'list.address-value' });
  }
  if (!isAddress && Object.keys(address).length > 0) {
    const column = `address_${Object.keys(address)[0]}`;
    const why = { why: 'list.not-address', values: { kind } };
    complain(line, column, `is for the kind address, not ${kind}`, why);
  }
  const read = contactInput.safeParse({
    ...{ kind, purpose, label: wordsIn(cells, 'label') },
    ...(isAddress ? { address } : { value }),
    hours: hoursIn(cells.hours ?? '', (message) => complain(line, 'hours', message, { why: 'list.hours' })),
  });
  if (read.success) return { line, site, contact: read.data };
  for (const issue of read.error.issues) complain(line, columnOf(issue.path), issue.message, whyIn(issue));
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
    complain(list[Number(index ?? 0)]?.line ?? 1, columnOf(path), issue.message, whyOf(issue));
  }
}

/** A kind that is none of those there are has no schema that could tell them. */
const whyIn = (issue: Parameters<typeof whyOf>[0]): Why =>
  issue.code === 'invalid_union'
    ? { why: 'list.one-of', values: { known: CONTACT_KINDS.join(', ') } }
    : whyOf(issue);

/** Where a field stands in the list: words have a column for each language. */
function columnOf([field, part]: readonly PropertyKey[]): string {
  if (field === undefined) return 'site';
  const isWords = field === 'label' || field === 'address';
  return isWords ? `${field}_${part === undefined ? 'id' : String(part)}` : String(field);
}
