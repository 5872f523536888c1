import { countryName, translator } from '@warta/languages';
import type { HelpCountry, HelpMission, HelpWay } from '@warta/rendering';
import { CONTACTS, type HelpSite, isMission, listHelp, MINISTRY, siteName } from '@warta/sites';
import { sooner } from '@warta/timeline';
import { type Answer, PORTAL } from '../pages/answer.ts';
import type { PortalLocale } from './address.ts';
import { type PublicContext, themeOf } from './context.ts';
import type { SiteFound } from './finders.ts';
import { HTML } from './home.ts';
import { cardUrl, contactUrl, helpUrl, linksFrom } from './links.ts';
import { openingNow } from './opening-now.ts';
import { versionsOf } from './page-base.ts';
import { portalBase } from './portal-base.ts';
import { hoursKept, wayOf } from './reach.ts';

/** Whom to call in each country, with what holds at this moment; it is made anew when that changes. */
export async function answerHelp(
  context: PublicContext,
  { site: ministry, readAt }: SiteFound,
  locale: PortalLocale,
): Promise<Answer> {
  const t = translator(locale);
  const around = await context.find.frame({ site: ministry.id, readAt });
  const { sites, now } = await listHelp(context.database.db);
  const own = sites.find(({ kind }) => kind === MINISTRY);
  const link = linksFrom(context.config, ministry);
  const drawn = sites.filter(servesPeople).map((site) => {
    const { ways, freshForMs } = waysOf(site, now, locale);
    const mission: HelpMission = {
      name: siteName(site, locale),
      city: site.city,
      href: link(contactUrl(context.config, site, locale)),
      ...(site.status !== 'open' && { status: site.status }),
      ways,
      ...(ways.length > 0 && { card: link(cardUrl(context.config, locale, site.slug)) }),
    };
    return { site, mission, freshForMs };
  });
  const hotline = own ? waysOf(own, now, locale) : { ways: [], freshForMs: null };
  const base = portalBase(context, ministry, {
    locale,
    title: t('title.of', { title: t('help.title'), name: t('ministry.short') }),
    description: t('help.intro'),
    frame: around.frame,
    at: (lang) => helpUrl(context.config, lang),
  });
  const body = await context.draw(themeOf(context, ministry.theme), {
    kind: 'help',
    ...base,
    hotline: hotline.ways,
    ...(own && hotline.ways.length > 0 && { hotlineCard: link(cardUrl(context.config, locale, own.slug)) }),
    countries: countriesOf(drawn, locale),
  });
  return {
    kind: 'page',
    body,
    type: HTML,
    readings: [{ tags: [`site:${ministry.id}`, 'directory', CONTACTS], readAt }, around.reading],
    freshForMs: drawn.reduce(
      (first, { freshForMs }) => sooner(first, freshForMs),
      sooner(around.freshForMs, hotline.freshForMs),
    ),
    place: { site: PORTAL, locale },
    versions: versionsOf(base),
  };
}

/** Missions at international organisations serve states, not travellers. */
const servesPeople = (site: HelpSite) =>
  isMission(site) && site.kind !== 'permanent-mission' && site.region !== 'multilateral';

/** Countries from A to Z, each with those in it first and then those that serve it from elsewhere. */
function countriesOf(drawn: { site: HelpSite; mission: HelpMission }[], locale: string): HelpCountry[] {
  const collator = new Intl.Collator(locale);
  const serving = drawn.flatMap(({ site, mission }) =>
    [site.country, ...site.accreditedTo].map((code, index) => ({ code, mission, away: index > 0 })),
  );
  return [...Map.groupBy(serving, ({ code }) => code)]
    .map(([code, own]) => ({
      code,
      name: countryName(code, locale),
      missions: own.sort((a, b) => Number(a.away) - Number(b.away)).map(({ mission }) => mission),
    }))
    .sort((a, b) => collator.compare(a.name, b.name));
}

/** How a site is reached in distress, each with whether somebody answers now; a closed one keeps no hours. */
function waysOf(site: HelpSite, now: Date, locale: string): { ways: HelpWay[]; freshForMs: number | null } {
  let freshForMs: number | null = null;
  const ways = site.contacts.flatMap((contact) => {
    const { href, ...way } = wayOf(contact, site, locale);
    if (!href) return [];
    const hours = hoursKept(contact, site, undefined);
    const opening = hours ? openingNow(hours, site, now, locale) : undefined;
    freshForMs = sooner(freshForMs, opening?.freshForMs ?? null);
    return [{ ...way, href, ...opening?.shown }];
  });
  return { ways, freshForMs };
}
