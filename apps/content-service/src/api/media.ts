import { findMedia, findMediaItem, findMediaUses, mediaChange, removeMedia, updateMedia } from '@warta/media';
import { DomainError } from '@warta/problems';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../plugins/policy.ts';
import { takeFormsWithFiles } from '../uploads/form-with-files.ts';
import { type ApiContext, expectedVersion, problems, siteNamed, typed } from './context.ts';
import { asAnswer, mediaAnswer, mediaForm, mediaItemAnswer, mediaListAnswer } from './media-schemas.ts';
import { keepSent } from './media-upload.ts';

const tags = ['media'];
const ofSite = z.object({ site: z.string() });
const ofItem = z.object({ site: z.string(), id: z.string() });
const look = { permission: 'posts:read' as const };
const write = { permission: 'media:write' as const };
const query = z.object({
  library: z.enum(['own', 'shared']).default('own').describe('the site’s own, or what the ministry shares'),
  kind: z.enum(['picture', 'document']).optional(),
  words: z.string().max(200).optional().describe('all of them have to be found, parts of words too'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** Pictures and documents of a site. */
export async function mediaRoutes(app: FastifyInstance, context: ApiContext): Promise<void> {
  const { config } = context;
  const { db } = context.database;
  const { mediaDir } = config;
  await takeFormsWithFiles(app);

  typed(app).get(
    '/sites/:site/media',
    {
      config: look,
      schema: {
        ...{ tags, params: ofSite, querystring: query, response: { 200: mediaListAnswer, ...problems } },
        summary: 'Pictures and documents of a site, newest first',
      },
    },
    async ({ params, query: asked }) => {
      const { id: site } = await siteNamed(context, params.site);
      const { items, total, pages } = await findMedia(db, { ...asked, site });
      return { items: items.map((item) => asAnswer(config, item)), total, page: asked.page, pages };
    },
  );

  typed(app).post(
    '/sites/:site/media',
    {
      config: write,
      schema: {
        ...{ tags, params: ofSite, body: mediaForm, consumes: ['multipart/form-data'] },
        summary: 'Adds a picture or document; the same file again is the one that stands',
        response: { 201: mediaAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const site = await siteNamed(context, request.params.site);
      const item = await keepSent(request, { db, mediaDir, actor: actorOf(request), site });
      const location = `/api/v1/sites/${site.slug}/media/${item.id}`;
      reply.code(201).headers({ location, etag: `"${item.version}"` });
      return reply.send(asAnswer(config, item));
    },
  );

  typed(app).get(
    '/sites/:site/media/:id',
    {
      config: look,
      schema: {
        ...{ tags, params: ofItem, response: { 200: mediaItemAnswer, ...problems } },
        summary: 'A picture or document that a site may use, and what uses it',
      },
    },
    async ({ params }, reply) => {
      const site = await siteNamed(context, params.site);
      const item = await findMediaItem(db, site.id, params.id);
      if (!item) throw new DomainError('not-found', 'There is no such picture or document in this library.');
      const uses = await findMediaUses(db, item.id);
      return reply.header('etag', `"${item.version}"`).send({ ...asAnswer(config, item), uses });
    },
  );

  typed(app).patch(
    '/sites/:site/media/:id',
    {
      config: write,
      schema: {
        ...{ tags, params: ofItem, body: mediaChange, response: { 200: mediaAnswer, ...problems } },
        summary: 'Changes what is said of it; what is not given stays',
      },
    },
    async (request, reply) => {
      const version = expectedVersion(request);
      const site = await siteNamed(context, request.params.site);
      const { body, params } = request;
      const item = await updateMedia(db, actorOf(request), site, params.id, version, body);
      return reply.header('etag', `"${item.version}"`).send(asAnswer(config, item));
    },
  );

  typed(app).delete(
    '/sites/:site/media/:id',
    {
      config: write,
      schema: {
        ...{ tags, params: ofItem, response: { 204: z.null(), ...problems } },
        summary: 'Removes what nothing uses, for good',
      },
    },
    async (request, reply) => {
      const version = expectedVersion(request);
      const { id: site } = await siteNamed(context, request.params.site);
      const { id } = request.params;
      await removeMedia(db, actorOf(request), { mediaDir, site, id, version });
      return reply.code(204).send(null);
    },
  );
}
