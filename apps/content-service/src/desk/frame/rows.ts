import type { Sent } from './forms.ts';

/** A row of a form's list: what it held, and where it stood when it was sent. */
export interface SentRow {
  index: number;
  fields: Record<string, string>;
}

/** What a form sent, each field once. */
export function plainFields(sent: Sent): Record<string, string> {
  const entries = Object.entries(sent).map(([name, value]): [string, string] => [
    name,
    (Array.isArray(value) ? value.at(-1) : value) ?? '',
  ]);
  return Object.fromEntries(entries);
}

/**
 * The rows of a list (`menu.0.address`, `menu.0.place`) in the order that their places ask for. Without a place a
 * row is taken out, and one in which nothing was typed is none. A row that was moved stands before the one whose
 * place it took when it moved up, and behind it when it moved down.
 */
export function rowsIn(sent: Sent, list: string): SentRow[] {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, value] of Object.entries(plainFields(sent))) {
    const [, index, field] = new RegExp(`^${list}\\.(\\d{1,3})\\.(.+)$`).exec(name) ?? [];
    if (index && field) rows.set(Number(index), { ...rows.get(Number(index)), [field]: value.trim() });
  }
  return [...rows]
    .map(([index, { place = '', ...fields }]) => ({ index, place, fields }))
    .filter(({ place, fields }) => place !== '' && Object.values(fields).some(Boolean))
    .sort((a, b) => rankOf(a) - rankOf(b) || a.index - b.index)
    .map(({ index, fields }) => ({ index, fields }));
}

function rankOf({ index, place }: { index: number; place: string }): number {
  const wanted = Number(place);
  const stood = index + 1;
  return wanted + Math.sign(wanted - stood) / 2;
}

/** The words of a row in several languages: `label.id`, `label.en`; those that are empty are left out. */
export function wordsIn(fields: Record<string, string>, name: string): Record<string, string> {
  const start = `${name}.`;
  const words = Object.entries(fields).flatMap(([field, value]) =>
    field.startsWith(start) && value.trim() !== '' ? [[field.slice(start.length), value.trim()]] : [],
  );
  return Object.fromEntries(words);
}

/** The fields of words in several languages. */
export function wordFields(name: string, words: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([locale, text]) => [`${name}.${locale}`, text]));
}

/** The fields of a list, each row in its place. */
export function rowFields(list: string, rows: readonly Record<string, string>[]): Record<string, string> {
  const entries = rows.flatMap((row, index) =>
    Object.entries({ ...row, place: String(index + 1) }).map(([field, value]) => [
      `${list}.${index}.${field}`,
      value,
    ]),
  );
  return Object.fromEntries(entries);
}
