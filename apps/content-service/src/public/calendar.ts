import { bestText } from '@warta/languages';
import { readDetails } from '@warta/posts';
import type { Answer } from '../pages/answer.ts';
import { CALENDAR, calendarFile } from './calendar-file.ts';
import type { PublicContext } from './context.ts';
import type { SiteFound } from './finders.ts';
import { postUrl } from './links.ts';
import { answerGone } from './notice.ts';

/** The event of a post as a file for calendars; undefined for what is no event. */
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
  const body = calendarFile([{ entry: found.entry, text, details, url, timeZone: site.timezone }]);
  const readings = [{ tags: [`site:${site.id}`], readAt }];
  return { kind: 'page', body, type: CALENDAR, readings, freshForMs: found.freshForMs };
}
