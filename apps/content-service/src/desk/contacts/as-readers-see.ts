import {
  type Contact,
  contactLink,
  contactText,
  type Hours,
  inLanguage,
  isForFiction,
  isOpenAt,
  nextChange,
  type Site,
  weekOf,
} from '@warta/sites';
import { keyOf } from '../frame/kept-list.ts';
import { written } from './day-hours.ts';

/** A contact as a reader sees it at a moment, in the language of the desk where there are words in it. */
export interface SeenContact {
  key: string;
  kind: Contact['kind'];
  purpose: Contact['purpose'];
  label: string | undefined;
  text: string;
  link: string | undefined;
  /** Whether somebody answers now; null where no hours are given. */
  open: boolean | null;
  changesAt: Date | undefined;
  always: boolean;
  /** Days with the same times, as the first and the last of them. */
  week: { first: string; last: string; times: string }[];
  forFiction: boolean;
}

export function asReadersSee(
  contact: Contact,
  site: Site,
  { holidays, now, lang }: { holidays: readonly { date: string }[]; now: Date; lang: string },
): SeenContact {
  const { kind, purpose, hours } = contact;
  const calendar = { timeZone: site.timezone, holidays: holidays.map(({ date }) => date) };
  const words = contact.kind === 'address' ? inLanguage(contact.address, lang, site.locales) : undefined;
  return {
    ...{ key: keyOf(contact), kind, purpose },
    label: inLanguage(contact.label, lang, site.locales),
    text: contactText(contact) ?? words ?? '',
    link: contactLink(contact),
    open: hours && isOpenAt(hours, calendar, now),
    changesAt: hours ? nextChange(hours, calendar, now) : undefined,
    always: hours?.kind === 'always',
    week: hours ? writtenWeek(hours) : [],
    forFiction: (contact.kind === 'phone' || contact.kind === 'whatsapp') && isForFiction(contact.value),
  };
}

function writtenWeek(hours: Hours): SeenContact['week'] {
  return weekOf(hours).map(({ first, last, times }) => ({ first, last, times: written(times) }));
}
