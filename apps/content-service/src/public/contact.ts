import { translator } from '@warta/languages';
import type { WayGroup } from '@warta/rendering';
import {
  type Contact,
  emergencyOf,
  findReach,
  PURPOSES,
  type Reach,
  type Reachable,
  type Site,
  siteName,
} from '@warta/sites';
import { sooner } from '@warta/timeline';
import type { Answer } from '../pages/answer.ts';
import { comingHolidays } from './coming-holidays.ts';
import { type PublicContext, themeOf } from './context.ts';
import type { SiteFound } from './finders.ts';
import { HTML } from './home.ts';
import { weekInWords } from './hours-in-words.ts';
import { contactUrl } from './links.ts';
import { openingNow } from './opening-now.ts';
import { organisationData } from './organisation-data.ts';
import { pageBase, versionsOf } from './page-base.ts';
import { hoursKept, wayOf } from './reach.ts';
import { serviceParts } from './services.ts';

/** Whom to reach at a site and when, with what holds at this moment; it is made anew when that changes. */
export async function answerContact(
  context: PublicContext,
  { site, readAt }: SiteFound,
  locale: string,
): Promise<Answer> {
  const { config } = context;
  const reach = await findReach(context.database.db, site.id);
  const around = await context.find.frame({ site: site.id, readAt });
  const t = translator(locale);
  const intro = t('contact.intro', { name: siteName(site, locale) });
  const here = (lang: string) => contactUrl(config, site, lang);
  const groups = PURPOSES.map((purpose) => groupOf(purpose, site, locale, reach));
  const shown = groups
    .map(({ group }) => group)
    .filter(({ purpose, ways }) => purpose === 'emergency' || ways.length > 0);
  const holidays = comingHolidays(reach.own, reach.now, locale, site.locales);
  const base = pageBase(context, site, {
    locale,
    title: t('title.of', { title: t('contact.heading'), name: siteName(site, locale) }),
    description: intro,
    canonical: here(locale),
    frame: around.frame,
    alternates: [
      ...site.locales.map((lang) => ({ lang, href: here(lang) })),
      { lang: 'x-default', href: here(site.locales[0] ?? locale) },
    ],
    inLanguage: here,
  });
  const body = await context.draw(themeOf(context, site.theme), {
    kind: 'contact',
    ...base,
    intro,
    data: organisationData(config, site, locale, reach),
    groups: shown,
    services: serviceParts(reach.services, {
      ...{ config, site, locale, pages: around.frame.pages },
      purposes: shown.map(({ purpose }) => purpose),
    }),
    holidays: holidays.shown,
  });
  const untilChange = groups.reduce(
    (first, { freshForMs }) => sooner(first, freshForMs),
    holidays.freshForMs,
  );
  return {
    kind: 'page',
    body,
    type: HTML,
    readings: [{ tags: [`site:${site.id}`], readAt }, around.reading],
    freshForMs: sooner(untilChange, around.freshForMs),
    place: { site: site.id, locale },
    versions: versionsOf(base),
  };
}

interface Group {
  group: WayGroup;
  freshForMs: number | null;
}

/** All ways for one purpose; where the site has none for citizens in distress, the ministry's come first. */
function groupOf(purpose: Contact['purpose'], site: Site, locale: string, reach: Reach): Group {
  const { own, ministry, now } = reach;
  const helps = purpose === 'emergency' && emergencyOf(own.contacts, ministry?.contacts ?? []);
  const isElsewhere = Boolean(helps && helps.of === 'ministry');
  const places = isElsewhere && ministry ? [ministry, own] : [own];
  const ways = places.flatMap((place) => {
    const city = place === own ? undefined : place.city;
    const meant = place.contacts.filter((contact) => contact.purpose === purpose);
    return meant.map((contact) => timedWay(contact, { site, locale, place, city, now }));
  });
  return {
    group: {
      purpose,
      heading: translator(locale)(`contact.purpose.${purpose}`),
      fromMinistry: isElsewhere,
      ways: ways.map(({ way }) => way),
    },
    freshForMs: ways.reduce<number | null>((first, way) => sooner(first, way.freshForMs), null),
  };
}

interface Place {
  site: Site;
  locale: string;
  place: Reachable;
  /** Where that is, where it is not the site. */
  city: string | undefined;
  now: Date;
}

function timedWay(contact: Contact, { site, locale, place, city, now }: Place) {
  const way = wayOf(contact, site, locale, city);
  const hours = hoursKept(contact, site, city);
  if (!hours) return { way: { ...way, week: [] }, freshForMs: null };
  const { shown, freshForMs } = openingNow(hours, place, now, locale);
  const clock = translator(locale)('contact.clock', { city: place.city });
  return { way: { ...way, week: weekInWords(hours, locale), clock, ...shown }, freshForMs };
}
