import { addNote, findNotes, settleNote } from '@warta/posts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import { type ApiContext, problems, typed } from '../context.ts';
import { POST, postAt, postParams } from './address.ts';
import { inTransaction, nothing } from './in-transaction.ts';
import { notesAnswer } from './schemas.ts';

/** Words between colleagues beside a post. */
export function noteRoutes(app: FastifyInstance, context: ApiContext): void {
  const { db } = context.database;

  typed(app).get(
    `${POST}/notes`,
    {
      config: { permission: 'posts:read' },
      schema: {
        tags: ['posts'],
        summary: 'The notes beside a post, the oldest first',
        params: postParams,
        response: { 200: notesAnswer, ...problems },
      },
    },
    async (request) => {
      await postAt(context, request.params);
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
    `${POST}/notes`,
    {
      config: { permission: 'posts:write' },
      schema: {
        tags: ['posts'],
        summary: 'Leaves a note beside a post',
        params: postParams,
        body: z.strictObject({ note: z.string() }),
        response: { 201: z.object({ id: z.string() }), ...problems },
      },
    },
    async (request, reply) => {
      await postAt(context, request.params);
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
    `${POST}/notes/:note/settled`,
    {
      config: { permission: 'posts:write' },
      schema: {
        tags: ['posts'],
        summary: 'Marks a note as dealt with',
        params: postParams.extend({ note: z.uuid('is not the id of a note') }),
        response: { 204: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      await postAt(context, request.params);
      const { id, note } = request.params;
      return inTransaction(context, request, reply, (trx) => settleNote(trx, id, note), nothing);
    },
  );
}
