import { translator } from '@warta/languages';
import { isMission, REGIONS } from '@warta/sites';
import { findPortal, sooner } from '@warta/timeline';
import { type Answer, PORTAL } from '../pages/answer.ts';
import type { PortalLocale } from './address.ts';
import { type PublicContext, themeOf } from './context.ts';
import { toEntries } from './entries.ts';
import type { SiteFound } from './finders.ts';
import { HTML } from './home.ts';
import { homeUrl, linksFrom, missionsUrl, portalUrl } from './links.ts';
import { versionsOf } from './page-base.ts';
import { portalBase } from './portal-base.ts';

/** The ministry's front door: current headlines and the way to every mission. */
export async function answerPortal(
  context: PublicContext,
  { site: ministry, readAt }: SiteFound,
  locale: PortalLocale,
): Promise<Answer> {
  const { config, database } = context;
  const portal = await findPortal(database.db, ministry.id);
  const directory = await context.find.directory();
  const missions = directory.sites.filter(isMission);
  const around = await context.find.frame({ site: ministry.id, readAt });
  const t = translator(locale);
  const link = linksFrom(config, ministry);
  const list = link(missionsUrl(config, locale));
  const counted = REGIONS.map((region) => ({
    href: `${list}#${region}`,
    label: t(`region.${region}`),
    count: missions.filter((mission) => mission.region === region).length,
  }));
  const base = portalBase(context, ministry, {
    locale,
    title: t('portal.title'),
    frame: around.frame,
    at: (lang) => portalUrl(config, lang),
  });
  const body = await context.draw(themeOf(context, ministry.theme), {
    kind: 'portal',
    ...base,
    headlines: toEntries(config, ministry, locale, portal.headlines),
    allHeadlines: link(homeUrl(config, ministry, locale)),
    regions: counted.filter((region) => region.count > 0),
    missionCount: missions.length,
    countryCount: new Set(missions.map((mission) => mission.country)).size,
    filterAction: list,
  });
  return {
    kind: 'page',
    body,
    type: HTML,
    readings: [{ tags: [`site:${ministry.id}`], readAt }, directory.reading, around.reading],
    freshForMs: sooner(portal.freshForMs, around.freshForMs),
    place: { site: PORTAL, locale },
    versions: versionsOf(base),
  };
}
