import { ALERTS, type Alert, findAlertByNumber, findAlertVersions, listOpenAlerts } from '@warta/alerts';
import { currentGeneration } from '@warta/changes';
import { findSites, MINISTRY_SLUG, type Site } from '@warta/sites';
import type { Answer } from '../../pages/answer.ts';
import type { PublicContext } from '../context.ts';
import { alertFeed } from './alert-feed.ts';
import { alertList } from './alert-list.ts';
import { capOf } from './cap-of.ts';

export type OpenDataContext = Pick<PublicContext, 'config' | 'database'>;

/** What somebody asks for: all that is open, or what of it concerns a country; or one alert. */
export type OpenData =
  | { form: 'json' | 'atom'; country?: string | undefined }
  | { form: 'cap'; number: number };

/** Pages that name sites change with these as well. */
const DIRECTORY = 'directory';

/** Alerts for other programs, as the database has them; undefined for one that is not there, or for practice. */
export async function answerOpenData(
  context: OpenDataContext,
  wanted: OpenData,
): Promise<Answer | undefined> {
  const { db } = context.database;
  // Read before what is told, so that it is never newer than that.
  const readings = [{ tags: [ALERTS, DIRECTORY], readAt: await currentGeneration(db) }];
  if (wanted.form === 'cap') {
    const alert = await findAlertByNumber(db, wanted.number);
    if (!alert || alert.practice) return undefined;
    const versions = await findAlertVersions(db, alert.id);
    const made = capOf(context, alert, versions, await sitesOf(context, [alert]));
    return made && { kind: 'page', ...made, readings, freshForMs: null };
  }
  const { alerts, freshForMs } = await listOpenAlerts(db);
  const sites = await sitesOf(context, alerts);
  const { country } = wanted;
  const concerned = country ? alerts.filter((alert) => concerns(alert, country, sites)) : alerts;
  const write = wanted.form === 'json' ? alertList : alertFeed;
  return { kind: 'page', ...write(context, concerned, { sites, country }), readings, freshForMs };
}

/** The sites that alerts name, by slug. */
async function sitesOf({ database }: OpenDataContext, alerts: readonly Alert[]): Promise<Map<string, Site>> {
  const slugs = new Set([MINISTRY_SLUG, ...alerts.flatMap(({ sites }) => sites)]);
  const { sites } = await findSites(
    database.db,
    [...slugs].map((slug) => ({ slug })),
  );
  return new Map(sites.map((site) => [site.slug, site]));
}

/** Whether an alert is about a country: as its area says, or as one where a mission stands that it names. */
function concerns({ standing, sites: where }: Alert, country: string, sites: Map<string, Site>): boolean {
  const { everywhere, countries } = standing?.content.area ?? {};
  if (everywhere || countries) return everywhere === true || countries?.includes(country) === true;
  return where.some((slug) => {
    const site = sites.get(slug);
    return site?.country === country || site?.accreditedTo.includes(country) === true;
  });
}
