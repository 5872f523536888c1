import { listSites, PRACTICE, type Site, siteChange, siteInput } from '@warta/sites';
import { openSite } from '@warta/sync';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { once } from '../plugins/once.ts';
import { actorOf } from '../plugins/policy.ts';
import { siteUrl } from '../public/links.ts';
import { setSite } from '../set-site.ts';
import { type ApiContext, optionalVersion, problems, siteNamed, typed } from './context.ts';
import { siteAnswer } from './schemas.ts';

const params = z.object({ site: z.string() });

export function siteRoutes(app: FastifyInstance, context: ApiContext): void {
  const { config, database, validateLook } = context;
  const answer = ({ id, ...site }: Site) =>
    siteAnswer.parse({
      ...site,
      url: `${siteUrl(config, site)}/`,
      servedBy: site.servedBy.map((other) => other.slug),
    });

  typed(app).get(
    '/sites',
    {
      config: { permission: 'public' },
      schema: { tags: ['sites'], summary: 'All sites', response: { 200: z.array(siteAnswer), ...problems } },
    },
    async () => (await listSites(database.db)).filter(({ kind }) => kind !== PRACTICE).map(answer),
  );

  typed(app).get(
    '/sites/:site',
    {
      config: { permission: 'public' },
      schema: { tags: ['sites'], summary: 'One site', params, response: { 200: siteAnswer, ...problems } },
    },
    async (request, reply) => {
      const site = await siteNamed(context, request.params.site);
      return reply.header('etag', `"${site.version}"`).send(answer(site));
    },
  );

  typed(app).post(
    '/sites',
    {
      config: { permission: 'sites:write' },
      schema: {
        tags: ['sites'],
        summary: 'Opens a site; it gets the headlines that still stand for it',
        body: siteInput,
        response: { 201: siteAnswer, ...problems },
      },
    },
    async (request, reply) => {
      return once<Site>(
        database,
        request,
        reply,
        (also) => openSite(database.db, actorOf(request), request.body, { also, validateLook }),
        (site) => ({
          status: 201,
          headers: { location: `/api/v1/sites/${site.slug}`, etag: `"${site.version}"` },
          response: answer(site),
        }),
      );
    },
  );

  typed(app).patch(
    '/sites/:site',
    {
      config: { permission: 'sites:write' },
      schema: {
        tags: ['sites'],
        summary: 'Changes what is given of a site, and leaves the rest',
        params,
        body: siteChange,
        response: { 200: siteAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const version = optionalVersion(request);
      return once<Site>(
        database,
        request,
        reply,
        (also) =>
          setSite(database, actorOf(request), request.params.site, request.body, {
            version,
            validateLook,
            also,
          }),
        (site) => ({ status: 200, headers: { etag: `"${site.version}"` }, response: answer(site) }),
      );
    },
  );
}
