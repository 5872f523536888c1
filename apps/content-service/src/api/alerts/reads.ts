import {
  type Alert,
  findAlert,
  findAlertDeliveries,
  findAlertVersions,
  isForSite,
  judgeArea,
  listAlerts,
} from '@warta/alerts';
import { findPinned } from '@warta/sync';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ApiContext, problems, typed } from '../context.ts';
import { alertParams, DOORS, doorParams, noSuchAlert, siteOf } from './doors.ts';
import {
  alertAnswer,
  areaAnswer,
  areaBody,
  deliveriesAnswer,
  describeAlert,
  describeVersion,
  pinnedAnswer,
  versionsAnswer,
} from './schemas.ts';

const tags = ['alerts'];
const LIST = 100;
const listQuery = z.object({
  practice: z.enum(['true', 'false']).default('false').describe('those of drills, never among the others'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** Reading alerts, where they would stand, and where they were seen to stand. */
export function alertReadRoutes(app: FastifyInstance, { database: { db } }: ApiContext): void {
  for (const { base, read } of DOORS) {
    const config = { permission: read };

    /** @throws {DomainError} `not-found`, also for one that is none of the site's business. */
    const named = async (request: FastifyRequest<{ Params: { id: string } }>): Promise<Alert> => {
      const alert = await findAlert(db, request.params.id);
      if (!alert || !isForSite(alert, siteOf(request))) throw noSuchAlert();
      return alert;
    };

    typed(app).get(
      base,
      {
        config,
        schema: {
          tags,
          summary: `Alerts, newest first, ${LIST} a page`,
          params: doorParams,
          querystring: listQuery,
          response: { 200: z.array(alertAnswer), ...problems },
        },
      },
      async (request) => {
        const { practice, page } = request.query;
        const wanted = { practice: practice === 'true', limit: LIST, offset: (page - 1) * LIST };
        const alerts = await listAlerts(db, wanted);
        return alerts.filter((alert) => isForSite(alert, siteOf(request))).map(describeAlert);
      },
    );

    typed(app).get(
      `${base}/:id`,
      {
        config,
        schema: {
          tags,
          summary: 'One alert',
          params: alertParams,
          response: { 200: alertAnswer, ...problems },
        },
      },
      async (request, reply) => {
        const alert = await named(request);
        return reply.header('etag', `"${alert.version}"`).send(describeAlert(alert));
      },
    );

    typed(app).get(
      `${base}/:id/versions`,
      {
        config,
        schema: {
          tags,
          summary: 'Every version that was written, newest first, with its author and release',
          params: alertParams,
          response: { 200: versionsAnswer, ...problems },
        },
      },
      async (request) => (await findAlertVersions(db, (await named(request)).id)).map(describeVersion),
    );

    typed(app).get(
      `${base}/:id/deliveries`,
      {
        config,
        schema: {
          tags,
          summary: 'Where it was seen to stand, or to be gone',
          params: alertParams,
          response: { 200: deliveriesAnswer, ...problems },
        },
      },
      async (request) => {
        const found = await findAlertDeliveries(db, (await named(request)).id);
        if (!found) throw noSuchAlert();
        const items = found.items.map((item) => ({
          ...item,
          provenAt: item.provenAt?.toISOString() ?? null,
        }));
        return { ...found, items };
      },
    );
  }

  typed(app).get(
    '/alerts/:id/pinned',
    {
      config: { permission: 'alerts:read' },
      schema: {
        tags,
        summary: 'Headlines pinned where the alert is to stand, which its release may take down',
        params: alertParams,
        response: { 200: pinnedAnswer, ...problems },
      },
    },
    async (request) => {
      const alert = await findAlert(db, request.params.id);
      const area = (alert?.draft ?? alert?.standing)?.content.area;
      if (!area) throw noSuchAlert();
      const judged = await judgeArea(db, area);
      const pinned = await findPinned(
        db,
        judged.filter(({ included }) => included).map(({ slug }) => slug),
      );
      return pinned.map((one) => ({ ...one, pinnedUntil: one.pinnedUntil.toISOString() }));
    },
  );

  typed(app).post(
    '/alerts/area',
    {
      config: { permission: 'alerts:read' },
      schema: {
        tags,
        summary: 'Which missions an alert with this area would stand on, and why not on the others',
        body: areaBody,
        response: { 200: areaAnswer, ...problems },
      },
    },
    async (request) => {
      const judged = await judgeArea(db, request.body.area);
      const included = judged.filter((mission) => mission.included).map(({ slug }) => slug);
      const excluded = judged
        .filter((mission) => !mission.included)
        .map(({ slug, reason }) => ({ site: slug, reason: reason ?? '' }));
      return { count: included.length, included, excluded };
    },
  );
}
