import type { FastifyInstance } from 'fastify';
import type { ApiContext } from '../context.ts';
import { answerStale } from './answer-stale.ts';
import { autosaveRoutes } from './autosave.ts';
import { binRoutes } from './bin.ts';
import { listRoutes } from './list.ts';
import { noteRoutes } from './notes.ts';
import { offerRoutes } from './offer.ts';
import { previewRoutes } from './previews.ts';
import { publicationRoutes } from './publication.ts';
import { reviewRoutes } from './review.ts';
import { revisionRoutes } from './revisions.ts';
import { shareRoutes } from './share.ts';
import { textRoutes } from './texts.ts';

/** Posts before, while and after readers have them: all that the desk does with them, for programs. */
export async function draftRoutes(app: FastifyInstance, context: ApiContext): Promise<void> {
  answerStale(app, context);
  const parts = [listRoutes, textRoutes, revisionRoutes, noteRoutes, reviewRoutes, previewRoutes];
  for (const routes of [...parts, autosaveRoutes, publicationRoutes, shareRoutes, offerRoutes, binRoutes])
    routes(app, context);
}
