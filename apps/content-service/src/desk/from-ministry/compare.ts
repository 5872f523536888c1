import type { OverlayContent, VersionText } from '@warta/sync';
import type { Sent } from '../frame/forms.ts';
import { plainFields } from '../frame/rows.ts';
import { compareWords, type FieldChange } from '../posts/compare.ts';

export const WORD_FIELDS = ['intro', 'note', 'title', 'summary', 'body'] as const;
const OFFICIAL = ['title', 'summary', 'body'] as const;

/** What differs in these fields of two forms, by words. */
export function compareFields(
  older: Sent,
  newer: Sent,
  fields: readonly string[],
  locale: string,
): FieldChange[] {
  const [was, is] = [plainFields(older), plainFields(newer)];
  const plain = (value = '') => value.replaceAll('\r\n', '\n').trim();
  return fields
    .map((field) => ({ field, before: plain(was[field]), after: plain(is[field]) }))
    .filter(({ before, after }) => before !== after)
    .map(({ field, before, after }) => ({ field, pieces: compareWords(before, after, locale) }));
}

/** One language in which something has changed. */
export interface LanguageChange {
  locale: string;
  changes: FieldChange[];
}

/** What the ministry has changed between two versions, by language; a language that came or went is all of it. */
export function compareOfficial(
  older: readonly VersionText[],
  newer: readonly VersionText[],
): LanguageChange[] {
  const locales = [...new Set([...older, ...newer].map(({ locale }) => locale))].sort();
  const of = (texts: readonly VersionText[], locale: string): Sent => {
    const { title = '', summary = '', body = '' } = texts.find((text) => text.locale === locale) ?? {};
    return { title, summary, body };
  };
  return locales
    .map((locale) => ({
      locale,
      changes: compareFields(of(older, locale), of(newer, locale), OFFICIAL, locale),
    }))
    .filter(({ changes }) => changes.length > 0);
}

/** What a mission has changed between two states of its overlay, by language. */
export function compareStates(older: OverlayContent | undefined, newer: OverlayContent): LanguageChange[] {
  const of = (content: OverlayContent | undefined, locale: string): Sent => {
    const text = content?.texts.find((each) => each.locale === locale);
    const { title = '', summary = '', body = '' } = text?.translation ?? {};
    return { intro: text?.intro ?? '', note: text?.note ?? '', title, summary, body };
  };
  const texts = [...(older?.texts ?? []), ...newer.texts];
  const locales = [...new Set(texts.map(({ locale }) => locale))].sort();
  return locales
    .map((locale) => ({
      locale,
      changes: compareFields(of(older, locale), of(newer, locale), WORD_FIELDS, locale),
    }))
    .filter(({ changes }) => changes.length > 0);
}
