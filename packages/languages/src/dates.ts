import { baseLanguage } from './canonical-locale.ts';
import { memoise } from './memoise.ts';

type Options = Intl.DateTimeFormatOptions;

const DATE: Options = { day: 'numeric', month: 'long', year: 'numeric' };
const DATE_TIME: Options = { ...DATE, hour: 'numeric', minute: '2-digit', timeZoneName: 'short' };
const MOMENT: Options = { ...DATE, hour: 'numeric', minute: '2-digit' };
const MONTH: Options = { month: 'long', year: 'numeric' };
const SPAN: Options = { ...DATE, weekday: 'long' };
const SPAN_TIME: Options = { ...SPAN, hour: 'numeric', minute: '2-digit', timeZoneName: 'shortGeneric' };
const SECOND: Options = {
  ...{ day: 'numeric', month: 'short', year: 'numeric' },
  ...{ hour: 'numeric', minute: '2-digit', second: '2-digit' },
  timeZoneName: 'short',
};
const PARTS: Options = { hourCycle: 'h23', timeZoneName: 'longOffset' };

const dates = formats(DATE);
const months = formats(MONTH);
const dateTimes = formats(DATE_TIME);
const moments = formats(MOMENT);
const seconds = formats(SECOND);
const spans = formats(SPAN);
const spanTimes = formats(SPAN_TIME);
const offsets = formats(PARTS);

/**
 * A long absolute date as readers of the locale write it, in an IANA time zone: `11 Oktober 2026`. Arabic is
 * always given in the Gregorian calendar; Persian, Dari and Thai keep the calendar of their locale. Throws a
 * RangeError for an unknown zone or an invalid date.
 */
export function formatDate(date: Date, locale: string, timeZone: string): string {
  return dates(locale, timeZone).format(date);
}

/** The month that a date of UTC lies in: `Oktober 2026`. Throws as `formatDate`. */
export function formatMonth(date: Date, locale: string): string {
  return months(locale, 'UTC').format(date);
}

/** The same date with its time and the zone's name: `11 Oktober 2026 pukul 10.00 WIB`. Throws as `formatDate`. */
export function formatDateTime(date: Date, locale: string, timeZone: string): string {
  return dateTimes(locale, timeZone).format(date);
}

/** The same without the zone's name, for words that name the place. Throws as `formatDate`. */
export function formatZoneless(date: Date, locale: string, timeZone: string): string {
  return moments(locale, timeZone).format(date);
}

/** Day and time to the second, for records: `25 Nov 2026, 10:00:07 WIB`. Throws as `formatDate`. */
export function formatSecond(date: Date, locale: string, timeZone: string): string {
  return seconds(locale, timeZone).format(date);
}

/**
 * From when to when, with the days of the week and the zone in words: `Jumat, 20 November 2026 pukul 18.00–20.30
 * Waktu Jepang`; the days alone where it lasts all day. Throws as `formatDate`.
 */
export function formatSpan(
  { start, end = start, allDay }: { start: Date; end?: Date | undefined; allDay: boolean },
  locale: string,
  timeZone: string,
): string {
  return (allDay ? spans : spanTimes)(locale, timeZone).formatRange(start, end);
}

/** ISO 8601 to the second with that zone's offset then, for `datetime`: `2026-10-11T10:00:00+03:00`. */
export function isoInZone(date: Date, timeZone: string): string {
  const minutes = offsetMinutes(date, timeZone);
  const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -'.000Z'.length);
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.trunc(size / 60))}:${two(size % 60)}`;
}

/** An offset with seconds, as before standard time, is cut to minutes; the instant stays the same. */
function offsetMinutes(date: Date, timeZone: string): number {
  const zone = offsets('en', timeZone)
    .formatToParts(date)
    .find((part) => part.type === 'timeZoneName');
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(zone?.value ?? '') ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -size : size;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Formats of one kind, made once for each locale and zone. */
export function formats(options: Options): (locale: string, timeZone: string) => Intl.DateTimeFormat {
  const byZone = memoise((locale) =>
    memoise((timeZone) => new Intl.DateTimeFormat([spelled(locale), 'en-001'], { ...options, timeZone })),
  );
  return (locale, timeZone) => byZone(locale)(timeZone);
}

/** Plain English reads day before month everywhere but in the United States, and we write for the world. */
function spelled(locale: string): string {
  if (locale === 'en') return 'en-001';
  return baseLanguage(locale) === 'ar' ? `${locale}-u-ca-gregory` : locale;
}
