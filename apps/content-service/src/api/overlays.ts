import { overlayInput, setOverlay } from '@warta/sync';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../plugins/policy.ts';
import { type ApiContext, problems, siteNamed, typed } from './context.ts';

export function overlayRoutes(app: FastifyInstance, context: ApiContext): void {
  typed(app).put(
    '/sites/:site/headlines/:id/overlay',
    {
      config: { permission: 'overlays:write' },
      schema: {
        tags: ['headlines'],
        summary: 'Takes an optional headline, or hides a recommended one, on one site',
        params: z.object({ site: z.string(), id: z.uuid('is not the id of a headline') }),
        body: overlayInput,
        response: { 204: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      const site = await siteNamed(context, request.params.site);
      await setOverlay(context.database.db, actorOf(request), site, request.params.id, request.body);
      return reply.code(204).send(null);
    },
  );
}
