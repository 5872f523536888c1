import { diffWordsWithSpace } from 'diff';
import type { Sent } from '../frame/forms.ts';
import { tagsIn } from './form-fields.ts';

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
  'date',
  'start',
  'end',
  'until',
  'link',
  'caption',
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

/** Tags are ticked or typed; which of both says nothing. Captions are a field for each picture and language. */
function words(form: Sent, field: (typeof FIELDS)[number]): string {
  if (field === 'tags') return tagsIn(form).sort().join(', ');
  if (field !== 'caption') return plain(form[field]);
  const captions = Object.keys(form).filter((name) => name.startsWith('caption.'));
  return captions
    .map((name) => plain(form[name]))
    .filter(Boolean)
    .join('\n');
}

const plain = (value: string | string[] | undefined) =>
  [value ?? ''].flat().join(', ').replaceAll('\r\n', '\n').trim();
