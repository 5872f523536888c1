import { translator } from '@warta/languages';
import type { Entry } from '@warta/rendering';
import { type EventEntry, findEvents, sooner } from '@warta/timeline';
import { type Answer, PORTAL } from '../pages/answer.ts';
import type { PortalLocale } from './address.ts';
import { type PublicContext, themeOf } from './context.ts';
import { toEntry } from './entries.ts';
import { MOST_COMING } from './events.ts';
import type { SiteFound } from './finders.ts';
import { HTML } from './home.ts';
import { allEventsUrl, linksFrom } from './links.ts';
import { versionsOf } from './page-base.ts';
import { portalBase } from './portal-base.ts';
import { wordsFor } from './tongue.ts';

/** The next events of all missions together, each with whose it is. */
export async function answerAllEvents(
  context: PublicContext,
  { site: ministry, readAt }: SiteFound,
  locale: PortalLocale,
): Promise<Answer> {
  const { config } = context;
  const found = await findEvents(context.database.db, { most: MOST_COMING });
  const around = await context.find.frame({ site: ministry.id, readAt });
  const t = translator(locale);
  const base = portalBase(context, ministry, {
    locale,
    title: t('events.all'),
    frame: around.frame,
    noindex: found.events.length === 0,
    at: (lang) => allEventsUrl(config, lang),
  });
  const body = await context.draw(themeOf(context, ministry.theme), {
    kind: 'lines',
    ...base,
    heading: t('events.all'),
    entries: found.events.flatMap((event) => lineOf(context, event, locale) ?? []),
    empty: t('events.none'),
    more: [
      { href: linksFrom(config, ministry)(`${config.publicUrl}/events.ics`), label: t('events.calendar') },
    ],
    page: 1,
  });
  const readings = [{ tags: eventsTags(found.sites), readAt }, around.reading];
  const freshForMs = sooner(found.freshForMs, around.freshForMs);
  const place = { site: PORTAL, locale };
  return { kind: 'page', body, type: HTML, readings, freshForMs, place, versions: versionsOf(base) };
}

/** Whatever any site does may change what all of them hold. */
export const eventsTags = (sites: readonly string[]) => ['directory', ...sites.map((site) => `site:${site}`)];

/** An event with the mission that holds it, which on its own pages goes without saying. */
function lineOf({ config }: PublicContext, event: EventEntry, locale: string): Entry | undefined {
  const entry = toEntry(config, event.site, locale, event);
  const origin = wordsFor(event.site.name, locale, event.site.locales);
  if (!entry || !origin) return entry;
  return { ...entry, origin: origin.text, ...(origin.tongue && { originTongue: origin.tongue }) };
}
