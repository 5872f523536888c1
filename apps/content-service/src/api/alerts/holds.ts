import { findAlert, isForSite } from '@warta/alerts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { liftHeld } from '../../alerts/lift-held.ts';
import { actorOf } from '../../plugins/policy.ts';
import { type ApiContext, problems, typed } from '../context.ts';
import { alertParams, DOORS, noSuchAlert, siteOf } from './doors.ts';

/** What waits for the end of an alert, let go before it. */
export function alertHoldRoutes(app: FastifyInstance, { database: { db } }: ApiContext): void {
  for (const { base, release } of DOORS) {
    typed(app).delete(
      `${base}/:id/hold`,
      {
        config: { permission: release },
        schema: {
          tags: ['alerts'],
          summary: 'Lets go posts and pins that wait for the end of the alert',
          params: alertParams,
          response: { 204: z.null(), ...problems },
        },
      },
      async (request, reply) => {
        const site = siteOf(request);
        const alert = await findAlert(db, request.params.id);
        if (!alert || !isForSite(alert, site)) throw noSuchAlert();
        await liftHeld(db, actorOf(request), alert.id, site);
        return reply.code(204).send(null);
      },
    );
  }
}
