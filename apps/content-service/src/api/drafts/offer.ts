import { offerPost, takeOfferBack } from '@warta/posts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import { type ApiContext, problems, typed } from '../context.ts';
import { POST, postAt, postParams } from './address.ts';
import { inTransaction, nothing } from './in-transaction.ts';

const OFFER = `${POST}/offer`;
const response = { 204: z.null(), ...problems };

/** A mission's word to the ministry that a post may be worth sending to all. */
export function offerRoutes(app: FastifyInstance, context: ApiContext): void {
  const config = { permission: 'posts:write' as const };

  typed(app).put(
    OFFER,
    {
      config,
      schema: {
        tags: ['posts'],
        summary: 'Offers a published post to the ministry',
        params: postParams,
        body: z.strictObject({ note: z.string().default('') }),
        response,
      },
    },
    async (request, reply) => {
      const { site } = await postAt(context, request.params);
      const { id } = request.params;
      const { note } = request.body;
      return inTransaction(
        context,
        request,
        reply,
        (trx) => offerPost(trx, actorOf(request), site, id, note),
        nothing,
      );
    },
  );

  typed(app).delete(
    OFFER,
    {
      config,
      schema: {
        tags: ['posts'],
        summary: 'Takes back an offer that nobody has answered',
        params: postParams,
        response,
      },
    },
    async (request, reply) => {
      const { site } = await postAt(context, request.params);
      const { id } = request.params;
      return inTransaction(
        context,
        request,
        reply,
        (trx) => takeOfferBack(trx, actorOf(request), site, id),
        nothing,
      );
    },
  );
}
