import { DAYS, type Day, type Hours, type Period } from './hours.ts';

/** Days as OpenStreetMap's `opening_hours` writes them; `ph` is a public holiday. */
const WRITTEN = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su', 'ph'];
const HINT = 'is not 24/7 or hours such as "Mo-Fr 09:00-12:00,13:00-17:00; Sa 09:00-12:00"';

/**
 * Hours in the usual part of OpenStreetMap's notation: `24/7`, or days and times such as
 * `Mo-Fr 09:00-12:00,13:00-17:00; Sa,PH 10:00-12:00`. On holidays (PH) it is closed unless said otherwise.
 * @throws {Error} with what would be right. Whether times exist and periods meet is left to the schema of hours.
 */
export function readHours(written: string): Hours {
  if (written.trim() === '24/7') return { kind: 'always' };
  const rules = written.split(';').map((rule) => rule.trim().toLowerCase());
  return { kind: 'weekly', periods: rules.filter((rule) => rule !== 'ph off').flatMap(periodsOf) };
}

function periodsOf(rule: string): Period[] {
  const [, days = '', times = ''] = /^([a-z,\s-]+?)\s+([\d:,\s-]+)$/.exec(rule) ?? [];
  if (!days) throw new Error(HINT);
  const on = [...new Set(days.split(',').flatMap(daysOf))];
  return times.split(',').map((time) => {
    const [, opens, closes] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(time.trim()) ?? [];
    if (!opens || !closes) throw new Error(`${HINT}: "${time.trim()}" is not a time such as 09:00-17:00`);
    return { days: on, opens, closes };
  });
}

/** One day, or those from one weekday to another, also over the week's end. */
function daysOf(written: string): Day[] {
  const [first = '', last = first, more] = written
    .trim()
    .split('-')
    .map((day) => day.trim());
  const from = WRITTEN.indexOf(first);
  const to = WRITTEN.indexOf(last);
  const isRange = first !== last;
  if (from < 0 || to < 0 || more !== undefined || (isRange && Math.max(from, to) > 6)) {
    throw new Error(`${HINT}: "${written.trim()}" is none of Mo, Tu, We, Th, Fr, Sa, Su, PH`);
  }
  const count = isRange ? (to - from + 7) % 7 : 0;
  return Array.from({ length: count + 1 }, (_, step) => DAYS[isRange ? (from + step) % 7 : from] as Day);
}
