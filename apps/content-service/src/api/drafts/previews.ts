import { sharePreview } from '@warta/posts';
import type { FastifyInstance } from 'fastify';
import { actorOf } from '../../plugins/policy.ts';
import { type ApiContext, problems, typed } from '../context.ts';
import { TEXT, textParams } from './address.ts';
import { POSTS_PLACE } from './posts-place.ts';
import { previewAnswer } from './schemas.ts';
import { textAt } from './writing-place.ts';

/** Links that show a text to whoever has them. None is kept for a repetition: only its hash may be. */
export function previewRoutes(app: FastifyInstance, context: ApiContext): void {
  const { config, database } = context;

  typed(app).post(
    `${TEXT}/previews`,
    {
      config: { permission: 'posts:write' },
      schema: {
        tags: ['posts'],
        summary: 'Makes a link that shows a text without signing in, for seven days; it is told this once',
        params: textParams,
        response: { 201: previewAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const { site, draft } = await textAt(context, POSTS_PLACE, request.params);
      const { secret, expiresAt } = await database.db
        .transaction()
        .execute((trx) => sharePreview(trx, actorOf(request), site, draft.post, draft.locale));
      const url = `${config.deskUrl}/desk/preview/${secret}`;
      return reply.code(201).send({ url, expiresAt: expiresAt.toISOString() });
    },
  );
}
