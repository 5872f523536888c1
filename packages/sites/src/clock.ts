import type { Temporal } from 'temporal-polyfill';
import { DAY_MINUTES } from './hours.ts';

const MINUTE_MS = 60_000;

/**
 * The moments, in milliseconds since 1970, at which a zone's clock shows so many minutes after the midnight of a
 * date. A time that a clock change leaves out is the first moment after it; of one that it brings twice it is the
 * earlier.
 */
export function clockIn(timeZone: string): (date: Temporal.PlainDate, minutes: number) => number {
  const starts = new Map<string, number>();

  function startOf(date: Temporal.PlainDate): number {
    const key = date.toString();
    const known = starts.get(key) ?? date.toZonedDateTime(timeZone).epochMilliseconds;
    starts.set(key, known);
    return known;
  }

  // Asking a zone is slow: on a day without a clock change it is asked for the day's two ends alone.
  return function momentOf(date, minutes) {
    const next = date.add({ days: 1 });
    if (minutes >= DAY_MINUTES) return momentOf(next, minutes - DAY_MINUTES);
    const start = startOf(date);
    const isEven = startOf(next) - start === DAY_MINUTES * MINUTE_MS;
    return isEven ? start + minutes * MINUTE_MS : unevenMoment(date, minutes, timeZone);
  };
}

function unevenMoment(date: Temporal.PlainDate, minutes: number, timeZone: string): number {
  const wanted = date.toPlainDateTime().add({ minutes });
  const found = wanted.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;
  const change = found.getTimeZoneTransition('previous');
  return (change ?? found).epochMilliseconds;
}
