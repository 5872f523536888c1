import type { FastifyInstance } from 'fastify';
import type { ApiContext } from '../context.ts';
import { answerStale } from './answer-stale.ts';
import { binRoutes } from './bin.ts';
import { listRoutes } from './list.ts';
import { offerRoutes } from './offer.ts';
import { POSTS_PLACE } from './posts-place.ts';
import { previewRoutes } from './previews.ts';
import { publicationRoutes } from './publication.ts';
import { reviewRoutes } from './review.ts';
import { shareRoutes } from './share.ts';
import { writingRoutes } from './writing.ts';

/** Posts before, while and after readers have them: all that the desk does with them, for programs. */
export async function draftRoutes(app: FastifyInstance, context: ApiContext): Promise<void> {
  answerStale(app, context);
  writingRoutes(app, context, POSTS_PLACE);
  const parts = [listRoutes, reviewRoutes, previewRoutes, publicationRoutes, shareRoutes, offerRoutes];
  for (const routes of [...parts, binRoutes]) routes(app, context);
}
