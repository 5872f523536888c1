import { findOrigin, recallHeadline, recallInput, restoreHeadline, type SavedHeadline } from '@warta/sync';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { once } from '../plugins/once.ts';
import { actorOf } from '../plugins/policy.ts';
import { type ApiContext, optionalVersion, problems, typed } from './context.ts';
import { savedAnswer } from './saved-headline.ts';
import { savedHeadline } from './schemas.ts';

const params = z.object({ id: z.uuid('is not the id of a headline') });
const response = { 200: savedHeadline, ...problems };

/** Taking headlines off every site, and bringing them back. */
export function recallRoutes(app: FastifyInstance, context: ApiContext): void {
  const { database } = context;
  const { db } = database;
  const saving = (request: FastifyRequest) => ({ actor: actorOf(request), receivedAt: request.receivedAt });

  typed(app).post(
    '/headlines/:id/recall',
    {
      config: { permission: 'headlines:write' },
      schema: {
        tags: ['headlines'],
        summary: 'Takes a headline off every site',
        params,
        body: recallInput,
        response,
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const origin = await findOrigin(db, id);
      return once<SavedHeadline>(
        database,
        request,
        reply,
        (also) =>
          recallHeadline(db, id, request.body, { ...saving(request), also }, optionalVersion(request)),
        (saved) => savedAnswer(context, 200, origin, saved),
      );
    },
  );

  typed(app).post(
    '/headlines/:id/restoration',
    {
      config: { permission: 'headlines:write' },
      schema: {
        tags: ['headlines'],
        summary: 'Brings a recalled headline back as it stood',
        params,
        response,
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const origin = await findOrigin(db, id);
      return once<SavedHeadline>(
        database,
        request,
        reply,
        (also) => restoreHeadline(db, id, { ...saving(request), also }, optionalVersion(request)),
        (saved) => savedAnswer(context, 200, origin, saved),
      );
    },
  );
}
