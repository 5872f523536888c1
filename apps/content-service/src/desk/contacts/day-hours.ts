import { invalid } from '@warta/problems';
import { DAYS, type Day, type Hours, type Period, timesOn } from '@warta/sites';

const TIMES = /^(\d{1,2})[.:](\d\d)\s*[-–—]\s*(\d{1,2})[.:](\d\d)$/;

/** Hours as a form asks for them: one line a day, such as `09:00–12:00, 13:00–17:00`; empty where it is closed. */
export function hourFields(hours: Hours | null): Record<string, string> {
  if (hours === null) return { hours: 'unknown' };
  if (hours.kind === 'always') return { hours: 'always' };
  const days = DAYS.flatMap((day) => {
    const line = written(timesOn(day, hours.periods));
    return line ? [[`hours.${day}`, line]] : [];
  });
  return { hours: 'weekly', ...Object.fromEntries(days) };
}

/** Times of a day as a line says them. */
export function written(times: readonly Pick<Period, 'opens' | 'closes'>[]): string {
  return times.map(({ opens, closes }) => `${opens}–${closes}`).join(', ');
}

/**
 * The hours that such a form gives; days with the same times share their periods.
 * @throws {DomainError} `invalid`, naming the day's field
 */
export function hoursIn(fields: Record<string, string>): unknown {
  if (fields.hours === 'always') return { kind: 'always' };
  if (fields.hours !== 'weekly') return null;
  const periods = new Map<string, Period>();
  for (const day of DAYS) {
    for (const { opens, closes } of timesOf(day, fields[`hours.${day}`] ?? '')) {
      const period = periods.get(opens + closes) ?? { days: [], opens, closes };
      periods.set(opens + closes, { ...period, days: [...period.days, day] });
    }
  }
  if (periods.size === 0) throw invalid({ field: 'hours.mo', message: 'has no times', why: 'hours.none' });
  return { kind: 'weekly', periods: [...periods.values()] };
}

function timesOf(day: Day, line: string): { opens: string; closes: string }[] {
  const parts = line.split(/[,;]/).map((part) => part.trim());
  return parts.filter(Boolean).map((part) => {
    const [, fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = TIMES.exec(part) ?? [];
    const opens = `${fromHour.padStart(2, '0')}:${fromMinute}`;
    const closes = `${toHour.padStart(2, '0')}:${toMinute}`;
    if (isTime(opens) && (isTime(closes) || closes === '24:00')) return { opens, closes };
    throw invalid({ field: `hours.${day}`, message: 'is not like 09:00–12:00', why: 'hours.times' });
  });
}

const isTime = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
