import { isoInZone } from '@warta/languages';
import type { DetailsOf } from '@warta/posts';
import type { EntryText, TimelineEntry } from '@warta/timeline';
import ical, { ICalEventStatus } from 'ical-generator';

export const CALENDAR = 'text/calendar; charset=utf-8';
const DAY_MS = 86_400_000;

/** An event as a calendar is told of it; of one that lasts all day the days of `timeZone` count. */
export interface CalendarEvent {
  entry: TimelineEntry;
  text: EntryText;
  details: DetailsOf<'event'>;
  url: string;
  timeZone: string;
}

/** Events as a file for calendars (iCalendar, RFC 5545), under a name where it is one to subscribe to. */
export function calendarFile(events: readonly CalendarEvent[], name?: string): string {
  const prodId = { company: 'kemlu.go.id', product: 'Warta' };
  const file = ical(name === undefined ? { prodId } : { prodId, name });
  for (const event of events) file.createEvent(eventOf(event));
  return `${file.toString()}\r\n`; // every line of it ends, the last one too
}

function eventOf({ entry, text, details, url, timeZone }: CalendarEvent) {
  const saved = new Date(Math.max(...entry.texts.map(({ savedAt }) => Date.parse(savedAt))));
  return {
    id: `urn:uuid:${entry.post}`,
    sequence: timesSaved(entry),
    stamp: saved,
    lastModified: saved,
    ...times(details, timeZone),
    allDay: details.allDay,
    summary: text.title,
    description: [text.summary, details.online, url].filter(Boolean).join('\n\n'),
    location: [details.place?.name, details.place?.address].filter(Boolean).join(', ') || null,
    url,
    ...(details.cancelled && { status: ICalEventStatus.CANCELLED }),
  };
}

/** Grows whenever any language is saved anew: a calendar takes what has the higher number for the newer one. */
const timesSaved = ({ texts }: TimelineEntry) => texts.reduce((sum, { revision }) => sum + revision - 1, 0);

/** Moments in UTC. Of whole days a calendar wants the first, and the one after the last. */
function times({ start, end, allDay }: DetailsOf<'event'>, timeZone: string) {
  if (!allDay) return { start: new Date(start), end: end ? new Date(end) : null };
  const last = localDay(new Date(end ?? start), timeZone);
  return { start: localDay(new Date(start), timeZone), end: new Date(last.getTime() + DAY_MS) };
}

/** The day it is in a time zone, as its midnight in UTC. */
const localDay = (date: Date, timeZone: string) =>
  new Date(isoInZone(date, timeZone).slice(0, 'yyyy-mm-dd'.length));
