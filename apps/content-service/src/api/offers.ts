import { declineOffer, listOffers } from '@warta/posts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../plugins/policy.ts';
import { type ApiContext, problems, typed } from './context.ts';
import { inTransaction, nothing } from './drafts/in-transaction.ts';

const offersAnswer = z.array(
  z.object({
    id: z.string(),
    site: z.string(),
    post: z.string(),
    note: z.string(),
    offeredBy: z.string(),
    offeredAt: z.string().describe('ISO 8601, UTC'),
    texts: z.array(z.object({ locale: z.string(), slug: z.string(), title: z.string() })),
  }),
);

/** What missions offer to the ministry, and its answer where it does not take it. */
export function offerListRoutes(app: FastifyInstance, context: ApiContext): void {
  typed(app).get(
    '/offers',
    {
      config: { permission: 'headlines:write' },
      schema: {
        tags: ['headlines'],
        summary: 'The posts that missions offer and nobody has answered, the oldest first',
        response: { 200: offersAnswer, ...problems },
      },
    },
    async () => {
      const offers = await listOffers(context.database.db);
      return offers.map(({ id, site, post, note, createdBy, createdAt, texts }) => ({
        ...{ id, site: site.slug, post, note, texts },
        offeredBy: createdBy,
        offeredAt: createdAt.toISOString(),
      }));
    },
  );

  typed(app).post(
    '/offers/:id/refusal',
    {
      config: { permission: 'headlines:write' },
      schema: {
        tags: ['headlines'],
        summary: 'Declines an offer, with a word to the mission',
        params: z.object({ id: z.uuid('is not the id of an offer') }),
        body: z.strictObject({ answer: z.string() }),
        response: { 204: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { answer } = request.body;
      const decline = (trx: Parameters<typeof declineOffer>[0]) =>
        declineOffer(trx, actorOf(request), id, answer);
      return inTransaction(context, request, reply, decline, nothing);
    },
  );
}
