import { formatSpan, isoInZone, translator } from '@warta/languages';
import { type DetailsOf, readDetails } from '@warta/posts';
import type { Deadline, Entry, When } from '@warta/rendering';
import type { Site } from '@warta/sites';
import type { TimelineEntry } from '@warta/timeline';

/** Kinds that are told apart in words; an article is what a reader expects. */
const BADGED = new Set(['event', 'notice', 'gallery', 'video', 'poster']);

/** What the kind of a post adds to its line in a list. */
export function kindLine(
  site: Pick<Site, 'timezone'>,
  locale: string,
  entry: TimelineEntry,
): Pick<Entry, 'badge' | 'when' | 'deadline'> {
  const event = readDetails('event', entry);
  const opportunity = readDetails('opportunity', entry);
  const badge = badgeOf(entry.kind, opportunity, locale);
  return {
    ...(badge && { badge }),
    ...(event && { when: whenOf(event, locale, site.timezone) }),
    ...(opportunity && { deadline: deadlineOf(opportunity, entry.asOf, locale, site.timezone) }),
  };
}

function badgeOf(kind: string, opportunity: DetailsOf<'opportunity'> | undefined, locale: string) {
  if (opportunity) return translator(locale)(`opportunity.${opportunity.type}`);
  return BADGED.has(kind) ? translator(locale)(`post.kind.${kind}`) : undefined;
}

/** When an event is, in the mission's time zone, which is named. */
export function whenOf(event: DetailsOf<'event'>, locale: string, timeZone: string): When {
  const start = new Date(event.start);
  const end = event.end ? new Date(event.end) : undefined;
  const iso = isoInZone(start, timeZone);
  return {
    iso: event.allDay ? iso.slice(0, 'yyyy-mm-dd'.length) : iso,
    text: formatSpan({ start, end, allDay: event.allDay }, locale, timeZone),
    ...(event.place && { place: event.place.name }),
    ...(event.cancelled && { cancelled: true }),
  };
}

/** Until when an opportunity is open, or since when it is not: by the moment it was read at. */
export function deadlineOf(
  { until }: DetailsOf<'opportunity'>,
  asOf: Date,
  locale: string,
  timeZone: string,
): Deadline {
  const moment = new Date(until);
  const closed = moment <= asOf;
  const args = { moment: formatSpan({ start: moment, allDay: false }, locale, timeZone) };
  const text = translator(locale)(closed ? 'opportunity.closed' : 'opportunity.open', args);
  return { iso: isoInZone(moment, timeZone), text, closed };
}
