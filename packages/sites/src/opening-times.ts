import { Temporal } from 'temporal-polyfill';
import { clockIn } from './clock.ts';
import { DAYS, type Day, type Hours, minutesOf, type Period } from './hours.ts';

/** What turns hours of a week into moments: the site's zone and its holidays, as ISO dates. */
export interface Calendar {
  timeZone: string;
  holidays: readonly string[];
}

/** Open from the first moment until just before the second, in milliseconds since 1970. */
interface Span {
  from: number;
  to: number;
}

/** Most changes are near; the second look is for long holidays. */
const LOOK_AHEAD_DAYS = [8, 100];

/**
 * Whether somebody answers at this moment. Around a clock change, a time that does not exist is the first moment
 * after it, and of a time that exists twice the earlier one is meant.
 */
export function isOpenAt(hours: Hours, calendar: Calendar, moment: Date): boolean {
  if (hours.kind === 'always') return true;
  const at = moment.getTime();
  return spansFrom(dateAt(at, calendar), hours.periods, calendar, 1).some((span) => holds(span, at));
}

/** The first moment after this one at which it opens or closes; undefined where it does not within 100 days. */
export function nextChange(hours: Hours, calendar: Calendar, moment: Date): Date | undefined {
  if (hours.kind === 'always') return undefined;
  const at = moment.getTime();
  const today = dateAt(at, calendar);
  for (const days of LOOK_AHEAD_DAYS) {
    const spans = spansFrom(today, hours.periods, calendar, days);
    const current = spans.find((span) => holds(span, at));
    const change = current ? current.to : spans.find((span) => span.from > at)?.from;
    // What is open to the end of the last day may go on from there.
    if (change !== undefined && change < clockIn(calendar.timeZone)(today.add({ days: days + 1 }), 0)) {
      return new Date(change);
    }
  }
  return undefined;
}

/** When it is open from this moment on, for the next 100 days, in order. */
export function openingsFrom(hours: Hours, calendar: Calendar, moment: Date): Span[] {
  const at = moment.getTime();
  if (hours.kind === 'always') return [{ from: at, to: Number.MAX_SAFE_INTEGER }];
  return spansFrom(dateAt(at, calendar), hours.periods, calendar, 100).filter(({ to }) => to > at);
}

function holds({ from, to }: Span, at: number): boolean {
  return from <= at && at < to;
}

function dateAt(at: number, { timeZone }: Calendar): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** When it is open from the day before `today` on; spans that touch are put together. */
function spansFrom(
  today: Temporal.PlainDate,
  periods: readonly Period[],
  calendar: Calendar,
  days: number,
): Span[] {
  const holidays = new Set(calendar.holidays);
  const momentOf = clockIn(calendar.timeZone);
  const spans: Span[] = [];
  for (let offset = -1; offset <= days; offset += 1) {
    const date = today.add({ days: offset });
    const day = dayOf(date, holidays);
    for (const period of periods) {
      if (!period.days.includes(day)) continue;
      const [from, to] = minutesOf(period);
      spans.push({ from: momentOf(date, from), to: momentOf(date, to) });
    }
  }
  return joined(spans);
}

function dayOf(date: Temporal.PlainDate, holidays: ReadonlySet<string>): Day {
  return holidays.has(date.toString()) ? 'holiday' : (DAYS[date.dayOfWeek - 1] as Day);
}

function joined(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (span.from >= span.to) continue;
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push(span);
  }
  return result;
}
