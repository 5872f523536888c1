import { clockAt, formatDay, momentAt } from '@warta/languages';
import type { ComingHoliday } from '@warta/rendering';
import type { Reachable } from '@warta/sites';
import { wordsFor } from './tongue.ts';

const MOST = 20;

/** The holidays that are not over, on the clock of the place, and how long the list stands. */
export function comingHolidays(
  { holidays, timeZone }: Pick<Reachable, 'holidays' | 'timeZone'>,
  now: Date,
  locale: string,
  others: readonly string[],
): { shown: ComingHoliday[]; freshForMs: number | null } {
  const today = clockAt(now, timeZone).slice(0, 10);
  const coming = holidays.filter(({ date }) => date >= today);
  const shown = coming.slice(0, MOST).map(({ date, name }) => {
    const words = wordsFor(name, locale, others);
    return {
      iso: date,
      date: formatDay(date, locale),
      name: words?.text ?? '',
      ...(words?.tongue && { tongue: words.tongue }),
    };
  });
  const [first] = coming;
  const over = first && momentAt(`${dayAfter(first.date)}T00:00`, timeZone);
  return { shown, freshForMs: over ? over.getTime() - now.getTime() : null };
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
