import { addNote, findNotes, settleNote } from '@warta/posts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import { type ApiContext, problems, typed } from '../context.ts';
import { inTransaction, nothing } from './in-transaction.ts';
import { notesAnswer } from './schemas.ts';
import type { WritingPlace } from './writing-place.ts';

/** Words between colleagues beside a post or headline. */
export function noteRoutes(app: FastifyInstance, context: ApiContext, place: WritingPlace): void {
  const { db } = context.database;
  const { of, tag, above, params } = place;

  typed(app).get(
    `${above}/notes`,
    {
      config: { permission: place.read },
      schema: {
        tags: [tag],
        summary: `The notes beside a ${of}, the oldest first`,
        params,
        response: { 200: notesAnswer, ...problems },
      },
    },
    async (request) => {
      await place.expect(context, request.params);
      const notes = await findNotes(db, request.params.id);
      return notes.map(({ body, createdAt, settledAt, ...note }) => ({
        ...note,
        note: body,
        createdAt: createdAt.toISOString(),
        settledAt: settledAt?.toISOString() ?? null,
      }));
    },
  );

  typed(app).post(
    `${above}/notes`,
    {
      config: { permission: place.write },
      schema: {
        tags: [tag],
        summary: `Leaves a note beside a ${of}`,
        params,
        body: z.strictObject({ note: z.string() }),
        response: { 201: z.object({ id: z.string() }), ...problems },
      },
    },
    async (request, reply) => {
      await place.expect(context, request.params);
      const { note } = request.body;
      return inTransaction(
        context,
        request,
        reply,
        (trx) => addNote(trx, actorOf(request), request.params.id, note),
        (id) => ({ status: 201, response: { id } }),
      );
    },
  );

  typed(app).put(
    `${above}/notes/:note/settled`,
    {
      config: { permission: place.write },
      schema: {
        tags: [tag],
        summary: 'Marks a note as dealt with',
        params: params.extend({ note: z.uuid('is not the id of a note') }),
        response: { 204: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      await place.expect(context, request.params);
      const { id, note } = request.params;
      return inTransaction(context, request, reply, (trx) => settleNote(trx, id, note), nothing);
    },
  );
}
