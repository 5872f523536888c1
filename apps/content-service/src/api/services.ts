import { findServices, type Site, saveServices, servicesInput } from '@warta/sites';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { once } from '../plugins/once.ts';
import { actorOf } from '../plugins/policy.ts';
import { type ApiContext, expectedVersion, problems, siteNamed, typed } from './context.ts';
import { servicesAnswer } from './site-schemas.ts';

const params = z.object({ site: z.string() });

export function serviceRoutes(app: FastifyInstance, context: ApiContext): void {
  const { db } = context.database;

  typed(app).get(
    '/sites/:site/services',
    {
      config: { permission: 'public' },
      schema: {
        tags: ['contacts'],
        summary: 'What a site does for people, in the order in which readers see it',
        params,
        response: { 200: servicesAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const { id } = await siteNamed(context, request.params.site);
      const { services, version } = await findServices(db, id);
      return reply.header('etag', `"${version}"`).send(servicesAnswer.parse(services));
    },
  );

  typed(app).put(
    '/sites/:site/services',
    {
      config: { permission: 'contacts:write' },
      schema: {
        tags: ['contacts'],
        summary: 'Replaces what a site does for people',
        params,
        body: servicesInput,
        response: { 200: servicesAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const version = expectedVersion(request);
      const { params, body } = request;
      return once<Site>(
        context.database,
        request,
        reply,
        (also) => saveServices(db, actorOf(request), params.site, body, { version, also }),
        (saved) => ({
          status: 200,
          headers: { etag: `"${saved.version}"` },
          response: servicesAnswer.parse(body),
        }),
      );
    },
  );
}
