import { formats } from './dates.ts';
import { clockAt } from './local-times.ts';

type Options = Intl.DateTimeFormatOptions;

const CLOCK: Options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const DAY: Options = { weekday: 'long', day: 'numeric', month: 'long' };
const WEEK_MS = 6 * 86_400_000;

const clocks = formats(CLOCK);
const weekdays = formats({ weekday: 'long' });
const weekdayClocks = formats({ weekday: 'long', ...CLOCK });
const days = formats({ ...DAY, year: 'numeric' });
const dayClocks = formats({ ...DAY, ...CLOCK });

/** The name of a day of the week, 1 being Monday. */
export function weekdayName(day: number, locale: string): string {
  return weekdays(locale, 'UTC').format(new Date(Date.UTC(2024, 0, day)));
}

/** A time such as `09:00` or `24:00` as the locale writes it, on a clock of 24 hours. */
export function clockTime(time: string, locale: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return clocks(locale, 'UTC').format(new Date(Date.UTC(2024, 0, 1, hour, minute)));
}

/** A day with its weekday: `Senin, 17 Agustus 2026`. `date` is `2026-08-17`. */
export function formatDay(date: string, locale: string): string {
  return days(locale, 'UTC').format(new Date(`${date}T00:00:00Z`));
}

/**
 * A moment to come as it is said at another one: the time alone on the same day, with its weekday within a week, else
 * with its date. All on the clock of a zone.
 */
export function formatMoment(moment: Date, locale: string, timeZone: string, now: Date): string {
  const [day, today] = [moment, now].map((date) => clockAt(date, timeZone).slice(0, 10));
  if (day === today) return clocks(locale, timeZone).format(moment);
  const isNear = moment.getTime() - now.getTime() < WEEK_MS;
  return (isNear ? weekdayClocks : dayClocks)(locale, timeZone).format(moment);
}
