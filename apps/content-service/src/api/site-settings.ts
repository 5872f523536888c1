import { findLacks, type Site, siteSettings } from '@warta/sites';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { once } from '../plugins/once.ts';
import { actorOf } from '../plugins/policy.ts';
import { setSite } from '../set-site.ts';
import { type ApiContext, expectedVersion, problems, siteNamed, typed } from './context.ts';
import { lacksAnswer, settingsAnswer } from './site-schemas.ts';

const params = z.object({ site: z.string() });

export function siteSettingsRoutes(app: FastifyInstance, context: ApiContext): void {
  const { database, validateLook } = context;

  typed(app).get(
    '/sites/:site/settings',
    {
      config: { permission: 'settings:write' },
      schema: {
        tags: ['sites'],
        summary: 'What the head of a site sets',
        params,
        response: { 200: settingsAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const site = await siteNamed(context, request.params.site);
      return reply.header('etag', `"${site.version}"`).send(answer(site));
    },
  );

  typed(app).put(
    '/sites/:site/settings',
    {
      config: { permission: 'settings:write' },
      schema: {
        tags: ['sites'],
        summary: 'Sets all of them; a wrong one is refused, and nothing is changed',
        params,
        body: siteSettings,
        response: { 200: settingsAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const version = expectedVersion(request);
      const { site } = request.params;
      return once<Site>(
        database,
        request,
        reply,
        (also) => setSite(database, actorOf(request), site, request.body, { version, validateLook, also }),
        (saved) => ({ status: 200, headers: { etag: `"${saved.version}"` }, response: answer(saved) }),
      );
    },
  );

  typed(app).get(
    '/sites/:site/lacks',
    {
      config: { permission: 'posts:read' },
      schema: {
        tags: ['sites'],
        summary: 'What a site still lacks, the most urgent first',
        params,
        response: { 200: lacksAnswer, ...problems },
      },
    },
    async (request) => {
      const site = await siteNamed(context, request.params.site);
      return findLacks(database.db, site, new Date());
    },
  );
}

const answer = (site: Site) =>
  settingsAnswer.parse({ ...site, servedBy: site.servedBy.map(({ slug }) => slug) });
