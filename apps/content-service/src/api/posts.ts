import { type NewPost, type PublishedPost, postInput, publishPost } from '@warta/posts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { once } from '../plugins/once.ts';
import { actorOf } from '../plugins/policy.ts';
import { postUrl } from '../public/links.ts';
import { type ApiContext, problems, siteNamed, typed } from './context.ts';
import { postAnswer } from './schemas.ts';

export function postRoutes(app: FastifyInstance, context: ApiContext): void {
  const { config, database } = context;
  typed(app).post(
    '/sites/:site/posts',
    {
      config: { permission: 'posts:write' },
      schema: {
        tags: ['posts'],
        summary: 'Publishes a local post, or a further language of one',
        params: z.object({ site: z.string() }),
        body: postInput,
        response: { 201: postAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const site = await siteNamed(context, request.params.site);
      const post: NewPost = request.body;
      return once<PublishedPost>(
        database,
        request,
        reply,
        (also) => publishPost(database.db, actorOf(request), site, post, also),
        (saved) => {
          const url = postUrl(config, site, saved);
          return {
            status: 201,
            headers: { location: url },
            response: { ...saved, url, publishAt: saved.publishAt.toISOString() },
          };
        },
      );
    },
  );
}
