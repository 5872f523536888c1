import { formatMoment, translator } from '@warta/languages';
import { type Hours, isOpenAt, nextChange, type Reachable } from '@warta/sites';

const DAY_MS = 86_400_000;

/** Whether somebody answers, in words that are true until they change. */
interface OpeningNow {
  shown: { open: boolean; now: string };
  /** Milliseconds until the words are true no more; null where that never comes. */
  freshForMs: number | null;
}

/** Whether somebody answers at this moment, and until or from when. */
export function openingNow(
  hours: Hours,
  { timeZone, holidays }: Pick<Reachable, 'timeZone' | 'holidays'>,
  now: Date,
  locale: string,
): OpeningNow {
  const t = translator(locale);
  if (hours.kind === 'always') return { shown: { open: true, now: t('contact.open') }, freshForMs: null };
  const calendar = { timeZone, holidays: holidays.map(({ date }) => date) };
  const open = isOpenAt(hours, calendar, now);
  const change = nextChange(hours, calendar, now);
  // A change too far away to be known is looked for again.
  if (!change)
    return { shown: { open, now: t(open ? 'contact.open' : 'contact.closed') }, freshForMs: DAY_MS };
  const moment = formatMoment(change, locale, timeZone, now);
  return {
    shown: { open, now: t(open ? 'contact.open.until' : 'contact.closed.until', { moment }) },
    freshForMs: change.getTime() - now.getTime(),
  };
}
