import { may } from '@warta/accounts';
import { type Alert, findAlertDeliveries, isForSite, listAlerts } from '@warta/alerts';
import type { Db } from '@warta/database';
import { bestText } from '@warta/languages';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DOORS } from '../../api/alerts/doors.ts';
import type { DeskRoutes } from '../context.ts';
import { deskLanguage, deskWords } from '../frame/words.ts';
import { callerOf } from '../session.ts';
import { hereOf } from './address.ts';
import { areaWords } from './area-choice.ts';
import { findPlaces, type Places, zonesOf } from './places.ts';

const A_PAGE = 20;
const MOST_OPEN = 500;
const asked = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1) });

/** What stands, what waits for its release, and what is over. */
export const alertListRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;

  for (const { base, read } of DOORS) {
    app.get(base, { config: { permission: read } }, async (request, reply) => {
      const { page } = asked.parse(request.query);
      const site = request.site ?? undefined;
      const places = await findPlaces(db);
      const open = await openAlerts(db, request);
      const past = await pastAlerts(db, request, page);
      const lines = (alerts: readonly Alert[]) =>
        Promise.all(alerts.map((alert) => lineOf(db, request, places, alert)));
      const caller = callerOf(request);
      return reply.draw('alerts/list', 'alerts.title', {
        above: hereOf(site),
        ...{ page, hasMore: past.length > A_PAGE },
        standing: await lines(open.filter(({ state }) => state === 'standing')),
        waiting: await lines(open.filter(({ state }) => state === 'draft')),
        past: await lines(past.slice(0, A_PAGE)),
        mayWrite: may(caller, site ? 'alerts:draft' : 'alerts:write', site),
        mayTemplates: site === undefined,
      });
    });
  }
};

/** Real ones first, then drills, each newest first. */
export async function openAlerts(db: Db, request: FastifyRequest): Promise<Alert[]> {
  const wanted = { open: true, limit: MOST_OPEN };
  const all = [...(await listAlerts(db, wanted)), ...(await listAlerts(db, { ...wanted, practice: true }))];
  return all.filter((alert) => isForSite(alert, request.site ?? undefined));
}

/** A page of those that are over, and one more where there are more. Drills stand among them, and say so. */
async function pastAlerts(db: Db, request: FastifyRequest, page: number): Promise<Alert[]> {
  const limit = request.site ? MOST_OPEN : page * A_PAGE + 1;
  const wanted = { open: false, limit };
  const all = [...(await listAlerts(db, wanted)), ...(await listAlerts(db, { ...wanted, practice: true }))];
  const own = all.filter((alert) => isForSite(alert, request.site ?? undefined));
  own.sort((a, b) => b.number - a.number);
  return own.slice((page - 1) * A_PAGE, page * A_PAGE + 1);
}

/** An alert as a list tells it. */
export async function lineOf(db: Db, request: FastifyRequest, places: Places, alert: Alert) {
  const lang = deskLanguage(request);
  const version = alert.standing ?? alert.draft;
  const text = bestText(version?.content.texts ?? [], lang, ['id', 'en']);
  const all = deskWords(lang)('alerts.everywhere');
  return {
    alert,
    heading: text && { words: text.heading, locale: text.locale },
    area: version ? areaWords(version.content.area, places, lang, all) : '',
    zones: zonesOf(places, alert.sites, request.site ?? undefined),
    deliveries: alert.state === 'standing' ? await findAlertDeliveries(db, alert.id) : undefined,
    draftBy: alert.draft?.byName,
  };
}
