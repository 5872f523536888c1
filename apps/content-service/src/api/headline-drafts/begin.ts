import type { Trx } from '@warta/database';
import { MINISTRY_SLUG, type Site } from '@warta/sites';
import { beginFromOffer, beginHeadline, listHeadlineDrafts } from '@warta/sync';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import { type ApiContext, problems, siteNamed, typed } from '../context.ts';
import { inTransaction } from '../drafts/in-transaction.ts';
import { HEADLINES } from './address.ts';
import { begunAnswer, linesAnswer } from './schemas.ts';

/** Where a headline begins: with nothing, or with what a mission offers. */
export function beginRoutes(app: FastifyInstance, context: ApiContext): void {
  const response = { 201: begunAnswer, ...problems };

  typed(app).get(
    HEADLINES,
    {
      config: { permission: 'deliveries:read' },
      schema: {
        tags: ['headlines'],
        summary: 'The headlines that are being written and were not sent yet, the last changed first',
        description: 'One in which nothing is written is not listed.',
        response: { 200: linesAnswer, ...problems },
      },
    },
    async () => {
      const { id: origin } = await siteNamed(context, MINISTRY_SLUG);
      const drafts = await listHeadlineDrafts(context.database.db, origin);
      return drafts.map(({ changedAt, ...draft }) => ({ ...draft, changedAt: changedAt.toISOString() }));
    },
  );

  typed(app).post(
    HEADLINES,
    {
      config: { permission: 'headlines:write' },
      schema: {
        tags: ['headlines'],
        summary: 'Begins a headline of the ministry: nothing of it is written yet',
        response,
      },
    },
    async (request, reply) =>
      begin(request, reply, (trx, origin) => beginHeadline(trx, actorOf(request), origin)),
  );

  typed(app).post(
    '/offers/:id/headline',
    {
      config: { permission: 'headlines:write' },
      schema: {
        tags: ['headlines'],
        summary:
          'Takes an offer: begins a headline with its words in all their languages, owed to the mission',
        params: z.object({ id: z.uuid('is not the id of an offer') }),
        response,
      },
    },
    async (request, reply) => {
      const { id: offer } = request.params;
      return begin(request, reply, (trx, origin) => beginFromOffer(trx, actorOf(request), origin, offer));
    },
  );

  async function begin(
    request: FastifyRequest,
    reply: FastifyReply,
    act: (trx: Trx, origin: Site) => Promise<string>,
  ) {
    const origin = await siteNamed(context, MINISTRY_SLUG);
    const answer = (id: string) => {
      const headers = { location: `/api/v1${HEADLINES}/${id}` };
      return { status: 201, headers, response: { id } };
    };
    return inTransaction(context, request, reply, (trx) => act(trx, origin), answer);
  }
}
