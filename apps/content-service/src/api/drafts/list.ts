import { LIST_STATES, listPosts, POST_KINDS } from '@warta/posts';
import { invalid } from '@warta/problems';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ApiContext, problems, siteNamed, typed } from '../context.ts';
import { POST, POSTS, postAt, postParams, siteParams } from './address.ts';
import { describePost } from './describe-text.ts';
import { linesAnswer, postAnswer } from './schemas.ts';

const filters = z.object({
  words: z.string().trim().max(100).optional().describe('in titles, in any language'),
  state: z.enum(LIST_STATES).optional().describe('without it all that are not in the bin'),
  kind: z.enum(POST_KINDS).optional(),
  locale: z.string().max(35).optional(),
  mine: z.literal('true').optional().describe('only those in the hands of the token’s person'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** The posts of a site as its desk has them, whatever readers see. */
export function listRoutes(app: FastifyInstance, context: ApiContext): void {
  const { config, database } = context;

  typed(app).get(
    POSTS,
    {
      config: { permission: 'posts:read' },
      schema: {
        tags: ['posts'],
        summary: 'The posts of a site, drafts among them; the last changed first',
        params: siteParams,
        querystring: filters,
        response: { 200: linesAnswer, ...problems },
      },
    },
    async (request) => {
      const site = await siteNamed(context, request.params.site);
      const { mine, ...query } = request.query;
      const owner = mine && personOf(request);
      const { posts, more } = await listPosts(database.db, site.id, { ...query, owner });
      const lines = posts.map((post) => ({
        ...post,
        publishAt: post.publishAt.toISOString(),
        changedAt: post.changedAt.toISOString(),
      }));
      return { posts: lines, more };
    },
  );

  typed(app).get(
    POST,
    {
      config: { permission: 'posts:read' },
      schema: {
        tags: ['posts'],
        summary: 'One post in all its languages, as they were saved last',
        params: postParams,
        response: { 200: postAnswer, ...problems },
      },
    },
    async (request) => {
      const { site, drafts } = await postAt(context, request.params);
      return describePost(config, site, drafts);
    },
  );
}

function personOf({ token }: FastifyRequest): string {
  if (token?.person) return token.person;
  throw invalid({ field: 'mine', message: 'needs the token of a person' });
}
