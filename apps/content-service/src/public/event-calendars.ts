import { bestText, translator } from '@warta/languages';
import { readDetails } from '@warta/posts';
import { siteName } from '@warta/sites';
import { type EventEntry, findEvents } from '@warta/timeline';
import type { Config } from '../config.ts';
import type { Answer } from '../pages/answer.ts';
import { eventsTags } from './all-events.ts';
import { CALENDAR, type CalendarEvent, calendarFile } from './calendar-file.ts';
import type { PublicContext } from './context.ts';
import type { SiteFound } from './finders.ts';
import { postUrl } from './links.ts';

const MOST = 500;

/** The events to come of a site, or of all, as a calendar that others can subscribe to; in the first language of each. */
export async function answerEventCalendar(
  { config, database }: PublicContext,
  { site, readAt }: SiteFound,
  { ofAll }: { ofAll: boolean },
): Promise<Answer> {
  const found = await findEvents(database.db, { ...(!ofAll && { site: site.id }), most: MOST });
  const locale = site.locales[0] ?? 'id';
  const t = translator(locale);
  const name = ofAll
    ? t('events.all')
    : t('title.of', { title: t('events.heading'), name: siteName(site, locale) });
  const events = found.events.flatMap((event) => calendarEvent(config, event) ?? []);
  const readings = [{ tags: ofAll ? eventsTags(found.sites) : [`site:${site.id}`], readAt }];
  const body = calendarFile(events, name);
  return { kind: 'page', body, type: CALENDAR, readings, freshForMs: found.freshForMs };
}

function calendarEvent(config: Config, entry: EventEntry): CalendarEvent | undefined {
  const { site } = entry;
  const details = readDetails('event', entry);
  const text = bestText(entry.texts, site.locales[0] ?? 'id', site.locales);
  if (!details || !text) return undefined;
  return { entry, text, details, url: postUrl(config, site, text), timeZone: site.timezone };
}
