import { diffWordsWithSpace } from 'diff';
import type { Sent } from '../frame/forms.ts';
import { tagsIn } from './draft-form.ts';

/** A piece of a text: in both, only in the newer, or only in the older. */
export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

export interface FieldChange {
  field: string;
  pieces: Piece[];
}

const FIELDS = [
  'title',
  'summary',
  'body',
  'slug',
  'category',
  'tags',
  'start',
  'end',
  'until',
  'link',
] as const;

/** What differs between two texts, by words; scripts without spaces are cut where their language does. */
export function compareWords(older: string, newer: string, locale?: string): Piece[] {
  const options = locale ? { intlSegmenter: new Intl.Segmenter(locale, { granularity: 'word' }) } : {};
  return diffWordsWithSpace(older, newer, options).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** The fields of two forms that differ, in the order of the form. */
export function compareForms(older: Sent, newer: Sent, locale?: string): FieldChange[] {
  return FIELDS.filter((field) => words(older, field) !== words(newer, field)).map((field) => ({
    field,
    pieces: compareWords(words(older, field), words(newer, field), locale),
  }));
}

/** Tags are ticked or typed; which of both says nothing. */
const words = (form: Sent, field: (typeof FIELDS)[number]) =>
  field === 'tags' ? tagsIn(form).sort().join(', ') : plain(form[field]);

const plain = (value: string | string[] | undefined) =>
  [value ?? ''].flat().join(', ').replaceAll('\r\n', '\n').trim();
