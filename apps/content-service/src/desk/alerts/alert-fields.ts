import type { Alert, AlertContent } from '@warta/alerts';
import { clockAt } from '@warta/languages';
import type { Sent } from '../frame/forms.ts';
import { plainFields } from '../frame/rows.ts';
import { choicesOf } from './area-choice.ts';

export const PARTS = ['heading', 'body', 'instruction'] as const;
export type Typed = Record<(typeof PARTS)[number], string>;
export const WEIGHT = ['severity', 'urgency', 'certainty'] as const;

/** What approved words were filled in for: what nobody has changed since follows a change of these. */
export interface Filled {
  template: string;
  area: readonly string[];
  place: string;
}

/** The form of an alert as it stands on the page. */
export interface AlertFields extends Record<(typeof WEIGHT)[number], string> {
  template: string;
  /** See `area-choice.ts`. */
  area: string[];
  /** What `{place}` stands for where the area does not say it: a name in a solemn notice. */
  place: string;
  /** By language, in the order of the page. */
  texts: Record<string, Typed>;
  /** A number of hours; `keep` for the moment that stands, `at` for the one in `at`. */
  hours: string;
  at: string;
  filled: Filled;
}

const list = (value: string | string[] | undefined) => [value ?? []].flat().filter(Boolean);
const plain = (value = '') => value.replaceAll('\r\n', '\n').trim();

/** The form as it was sent. */
export function fieldsIn(sent: Sent): AlertFields {
  const one = plainFields(sent);
  const texts: AlertFields['texts'] = {};
  for (const name of Object.keys(one)) {
    const [, locale] = /^text\.([\w-]{2,35})\.heading$/.exec(name) ?? [];
    if (!locale) continue;
    const part = (of: string) => plain(one[`text.${locale}.${of}`]);
    texts[locale] = { heading: part('heading'), body: part('body'), instruction: part('instruction') };
  }
  return {
    template: one.template ?? '',
    area: [...new Set([...list(sent.area), ...list(sent.add)])],
    place: plain(one.place),
    texts,
    hours: one.hours ?? '',
    at: one.at ?? '',
    ...{ severity: one.severity ?? '', urgency: one.urgency ?? '', certainty: one.certainty ?? '' },
    filled: {
      template: one['filled.template'] ?? '',
      area: (one['filled.area'] ?? '').split(' ').filter(Boolean),
      place: one['filled.place'] ?? '',
    },
  };
}

/** An empty form, with an area to begin from. */
export function emptyFields(template: string, area: string[]): AlertFields {
  const filled = { template: '', area: [], place: '' };
  return { template, area, place: '', texts: {}, hours: '', at: '', ...NO_WEIGHT, filled };
}

/** What an alert says so far, to be written anew. */
export function fieldsOf({ draft, standing, expiresAt }: Alert, zone: string): AlertFields {
  const version = draft ?? standing;
  if (!version) throw new Error('an alert has a version that waits or stands');
  const { template, content } = version;
  const area = choicesOf(content.area);
  return {
    ...{ template, area, place: '', at: '' },
    texts: Object.fromEntries(content.texts.map(({ locale, ...words }) => [locale, words])),
    ...{ severity: content.severity, urgency: content.urgency, certainty: content.certainty },
    ...(draft ? expiryFields(content.expiry, expiresAt, zone) : { hours: 'keep' }),
    filled: { template, area, place: '' },
  };
}

function expiryFields({ hours, at }: AlertContent['expiry'], expiresAt: Date | null, zone: string) {
  if (hours !== undefined) return { hours: String(hours) };
  const moment = new Date(at ?? 0);
  if (moment.getTime() === expiresAt?.getTime()) return { hours: 'keep' };
  return { hours: 'at', at: clockAt(moment, zone) };
}

const NO_WEIGHT = { severity: '', urgency: '', certainty: '' };
