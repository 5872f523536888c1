import { type Alert, type AlertVersion, foreseeAlert, type StandingAlert, wholeText } from '@warta/alerts';
import { DomainError } from '@warta/problems';
import { findSite, listEmergencySites, MINISTRY_SLUG, type Site } from '@warta/sites';
import { Banners } from '../../alerts/banners.ts';
import { AlertBoard } from '../../alerts/board.ts';
import { DOORS } from '../../api/alerts/doors.ts';
import { answerHome } from '../../public/home.ts';
import type { DeskContext, DeskRoutes } from '../context.ts';
import { PREVIEW_HEADERS } from '../posts/preview.ts';
import { alertAddress } from './address.ts';

/** What waits for its release, as readers will get it: the home of a site of its area, with the banner on it. */
export const alertPreviewRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;

  for (const { base, read } of DOORS) {
    app.get(`${base}/:id/preview`, { config: { permission: read } }, async (request, reply) => {
      const { alert, site: own } = await alertAddress(db, request);
      const version = alert.draft ?? alert.standing;
      if (!version) throw new DomainError('not-found', 'Nothing of this alert is to be seen.');
      const { kind, practice } = alert;
      const { sites, numbers } = await foreseeAlert(db, { kind, area: version.content.area, practice });
      const slug = own && sites.includes(own.slug) ? own.slug : (sites[0] ?? MINISTRY_SLUG);
      const site = await findSite(db, slug);
      if (!site) throw new DomainError('not-found', `There is no site ${slug}.`);
      const shown = {
        ...asStanding(alert, version),
        sites: [site.id],
        numbersThere: numbers.there,
        numbersHome: numbers.home,
      };
      const body = await homeWith(context, site, shown);
      return reply.headers(PREVIEW_HEADERS).type('text/html; charset=utf-8').send(body);
    });
  }
};

async function homeWith({ pages, database, config }: DeskContext, site: Site, alert: StandingAlert) {
  const board = new AlertBoard();
  board.setSites(await listEmergencySites(database.db));
  board.setAlerts([alert], new Date());
  const locale = site.locales[0] ?? 'id';
  const { site: found, readAt } = await pages.find.site({ slug: site.slug });
  const home = await answerHome(pages, { site: found ?? site, readAt }, locale, 1);
  if (home?.kind !== 'page') throw new DomainError('not-found', `There is no home of ${site.slug}.`);
  return new Banners(config, pages.themes, board).into(home.body.toString(), { site: site.id, locale });
}

/** A version as it would stand from now on. */
function asStanding(
  { id, number, kind, practice, releasedAt }: Alert,
  { version, template, content }: AlertVersion,
): Omit<StandingAlert, 'sites' | 'numbersThere' | 'numbersHome'> {
  const { texts, area, severity, urgency, certainty, expiry } = content;
  const now = new Date();
  const end = expiry.at ? new Date(expiry.at) : new Date(now.getTime() + (expiry.hours ?? 1) * 3_600_000);
  return {
    ...{ id, number, version, kind, template, practice, severity, urgency, certainty, confirmed: true },
    texts: texts.map(wholeText),
    everywhere: false,
    countries: area.countries ?? [],
    releasedAt: (releasedAt ?? now).toISOString(),
    updatedAt: now.toISOString(),
    // A moment that has passed since is refused by the release, not hidden here.
    expiresAt: new Date(Math.max(end.getTime(), now.getTime() + 60_000)).toISOString(),
  };
}
