import type { FastifyInstance } from 'fastify';
import type { ApiContext } from '../context.ts';
import { autosaveRoutes } from './autosave.ts';
import { noteRoutes } from './notes.ts';
import { revisionRoutes } from './revisions.ts';
import { textRoutes } from './texts.ts';
import type { WritingPlace } from './writing-place.ts';

/** What writing takes, wherever it is done: texts, what is being typed, notes, saved states. */
export function writingRoutes(app: FastifyInstance, context: ApiContext, place: WritingPlace): void {
  for (const routes of [textRoutes, revisionRoutes, noteRoutes, autosaveRoutes]) routes(app, context, place);
}
