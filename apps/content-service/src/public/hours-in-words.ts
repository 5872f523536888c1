import { clockTime, translator, weekdayName } from '@warta/languages';
import { DAYS, type Day, type Hours, weekOf } from '@warta/sites';

/** Days in a row and when it is open on them. */
export interface WeekLine {
  days: string;
  /** A sentence of its own where it is closed. */
  times: string;
}

/** When somebody answers, in one line: `Monday–Friday 09:00–12:00, 13:00–17:00`. */
export function hoursInWords(hours: Hours, locale: string): string {
  const t = translator(locale);
  if (hours.kind === 'always') return t('contact.always');
  const said = weekOf(hours).filter(({ first, times }) => first !== 'holiday' || times.length > 0);
  return said.map((line) => Object.values(lineOf(line, locale)).join(' ')).join(' · ');
}

/** The same as lines of a table, what holds on holidays among them. */
export function weekInWords(hours: Hours, locale: string): WeekLine[] {
  return weekOf(hours).map((line) => lineOf(line, locale));
}

function lineOf({ first, last, times }: ReturnType<typeof weekOf>[number], locale: string): WeekLine {
  const days = last === first ? [first] : [first, last];
  return {
    days: days.map((day) => dayName(day, locale)).join('–'),
    times: times.map((time) => timesInWords(time, locale)).join(', ') || translator(locale)('contact.shut'),
  };
}

function timesInWords({ opens, closes }: { opens: string; closes: string }, locale: string): string {
  if (opens === '00:00' && closes === '24:00') return translator(locale)('contact.always');
  return `${clockTime(opens, locale)}–${clockTime(closes, locale)}`;
}

function dayName(day: Day, locale: string): string {
  return day === 'holiday'
    ? translator(locale)('contact.holidays.on')
    : weekdayName(DAYS.indexOf(day) + 1, locale);
}
