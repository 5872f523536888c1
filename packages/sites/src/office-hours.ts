import type { Contact } from './contact-input.ts';
import type { Holiday } from './holidays.ts';
import type { Hours } from './hours.ts';
import { type Calendar, openingsFrom } from './opening-times.ts';

/** What is known of a mission's day. */
export interface Office {
  timezone: string;
  contacts: readonly Contact[];
  holidays: readonly Holiday[];
}

/** Where a mission has told no hours: a ministry's week. */
const USUAL: Hours = {
  kind: 'weekly',
  periods: [{ days: ['mo', 'tu', 'we', 'th', 'fr'], opens: '09:00', closes: '17:00' }],
};
const HOUR_MS = 3_600_000;

/**
 * The moment at which so many hours have passed on a mission's desk since `from`: hours count while its office is
 * open. An office that does not open within 100 days gets the hours of the clock.
 */
export function officeHoursAfter(office: Office, from: Date, hours: number): Date {
  let left = hours * HOUR_MS;
  const calendar: Calendar = {
    timeZone: office.timezone,
    holidays: office.holidays.map(({ date }) => date),
  };
  for (const opening of openingsFrom(officeHours(office.contacts), calendar, from)) {
    const begin = Math.max(opening.from, from.getTime());
    const length = opening.to - begin;
    if (length >= left) return new Date(begin + left);
    left -= Math.max(0, length);
  }
  return new Date(from.getTime() + hours * HOUR_MS);
}

/** When the office is open: as the general contact says, or another that is not for emergencies alone. */
function officeHours(contacts: readonly Contact[]): Hours {
  const told = contacts.filter(({ purpose, hours }) => purpose !== 'emergency' && hours?.kind === 'weekly');
  const found = told.find(({ purpose }) => purpose === 'general') ?? told[0];
  return found?.hours ?? USUAL;
}
