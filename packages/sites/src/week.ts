import { DAYS, type Day, type Hours, type Period } from './hours.ts';

/** Days in a row with the same hours, as the first and the last of them; no times where it is closed. */
export interface DaysAlike {
  first: Day;
  last: Day;
  times: Pick<Period, 'opens' | 'closes'>[];
}

/**
 * The hours of a week, days with the same hours put together. Weekdays on which it is closed are left out; what
 * holds on holidays is always said, last.
 */
export function weekOf(hours: Hours): DaysAlike[] {
  if (hours.kind === 'always') return [];
  const week: DaysAlike[] = [];
  let before = '';
  for (const day of DAYS) {
    const times = timesOn(day, hours.periods);
    const written = JSON.stringify(times);
    const last = week.at(-1);
    if (last && times.length > 0 && written === before && day !== 'holiday') last.last = day;
    else if (times.length > 0 || day === 'holiday') week.push({ first: day, last: day, times });
    before = written;
  }
  return week;
}

/** When a day is open, from morning to evening. */
export function timesOn(day: Day, periods: readonly Period[]): DaysAlike['times'] {
  return periods
    .filter(({ days }) => days.includes(day))
    .map(({ opens, closes }) => ({ opens, closes }))
    .sort((a, b) => a.opens.localeCompare(b.opens));
}
