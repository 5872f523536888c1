import { bestText, isoInZone } from '@warta/languages';
import { type DetailsOf, readDetails } from '@warta/posts';
import type { EntryText, TimelineEntry } from '@warta/timeline';
import ical from 'ical-generator';
import type { Answer } from '../pages/answer.ts';
import type { PublicContext } from './context.ts';
import type { SiteFound } from './finders.ts';
import { postUrl } from './links.ts';
import { answerGone } from './notice.ts';

const CALENDAR = 'text/calendar; charset=utf-8';
const DAY_MS = 86_400_000;

/** The event of a post as a file for calendars (iCalendar, RFC 5545); undefined for what is no event. */
export async function answerCalendar(
  context: PublicContext,
  siteFound: SiteFound,
  { locale, slug }: { locale: string; slug: string },
): Promise<Answer | undefined> {
  const { site, readAt } = siteFound;
  const found = await context.find.post({ site: site.id, locale, slug });
  if (found?.kind === 'gone') return answerGone(context, siteFound, locale, found);
  if (found?.kind !== 'post') return undefined;
  const details = readDetails('event', found.entry);
  const text = bestText(found.entry.texts, locale, site.locales);
  if (!details || !text) return undefined;
  const url = postUrl(context.config, site, text);
  if (text.locale !== locale || text.slug !== slug) {
    return { kind: 'redirect', status: text.locale === locale ? 301 : 302, location: `${url}.ics` };
  }
  const body = calendar(found.entry, text, details, { url, timeZone: site.timezone });
  const readings = [{ tags: [`site:${site.id}`], readAt }];
  return { kind: 'page', body, type: CALENDAR, readings, freshForMs: found.freshForMs };
}

function calendar(
  entry: TimelineEntry,
  text: EntryText,
  details: DetailsOf<'event'>,
  { url, timeZone }: { url: string; timeZone: string },
): string {
  const saved = new Date(Math.max(...entry.texts.map(({ savedAt }) => Date.parse(savedAt))));
  const file = ical({ prodId: { company: 'kemlu.go.id', product: 'Warta' } });
  file.createEvent({
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
  });
  return `${file.toString()}\r\n`; // every line of it ends, the last one too
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
