import { may } from '@warta/accounts';
import {
  handInPost,
  type NewPost,
  type PublishedPost,
  postInput,
  publishPost,
  type SavedDraft,
} from '@warta/posts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { tell } from '../colleagues/tell.ts';
import { once } from '../plugins/once.ts';
import { actorOf } from '../plugins/policy.ts';
import { postUrl } from '../public/links.ts';
import { type ApiContext, problems, siteNamed, typed } from './context.ts';
import { postAnswer } from './schemas.ts';

/** Not published: somebody has to check it first. */
const handedIn = z.object({
  id: z.string(),
  locale: z.string(),
  revision: z.number(),
  state: z.literal('in-review'),
});

export function postRoutes(app: FastifyInstance, context: ApiContext): void {
  const { config, database } = context;
  typed(app).post(
    '/sites/:site/posts',
    {
      config: { permission: 'posts:write' },
      schema: {
        tags: ['posts'],
        summary: 'Publishes a local post, or a further language of one',
        description:
          'Where the site asks for four eyes, or the token may write and not publish, the post waits for a check (202).',
        params: z.object({ site: z.string() }),
        body: postInput,
        response: { 201: postAnswer, 202: handedIn, ...problems },
      },
    },
    async (request, reply) => {
      const site = await siteNamed(context, request.params.site);
      const post: NewPost = request.body;
      const mayPublish = request.token !== null && may(request.token, 'posts:publish', site);
      if (site.fourEyes || !mayPublish) {
        return once<SavedDraft>(
          database,
          request,
          reply,
          (keep) =>
            handInPost(database.db, actorOf(request), site, post, async (trx, saved) => {
              const { title } = post;
              await tell(context, trx, request, { site, ...saved }, 'review-asked', { title });
              await keep(trx, saved);
            }),
          ({ post: id, locale, revision }) => ({
            status: 202,
            headers: {},
            response: { id, locale, revision, state: 'in-review' },
          }),
        );
      }
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
