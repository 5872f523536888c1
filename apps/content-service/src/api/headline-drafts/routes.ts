import type { FastifyInstance } from 'fastify';
import type { ApiContext } from '../context.ts';
import { answerStale } from '../drafts/answer-stale.ts';
import { writingRoutes } from '../drafts/writing.ts';
import { beginRoutes } from './begin.ts';
import { HEADLINES_PLACE } from './headlines-place.ts';
import { planRoutes } from './plan.ts';
import { reviewRoutes } from './review.ts';
import { sendingRoutes } from './sending.ts';

/** Headlines before they are sent, and their corrections: all that the desk does with them, for programs. */
export async function headlineDraftRoutes(app: FastifyInstance, context: ApiContext): Promise<void> {
  answerStale(app, context);
  writingRoutes(app, context, HEADLINES_PLACE);
  for (const routes of [beginRoutes, planRoutes, reviewRoutes, sendingRoutes]) routes(app, context);
}
