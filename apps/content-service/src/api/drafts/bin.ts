import { binPost, unbinPost } from '@warta/posts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import { type ApiContext, problems, siteNamed, typed } from '../context.ts';
import { POST, postParams } from './address.ts';
import { inTransaction, nothing } from './in-transaction.ts';

const METHODS = [
  { method: 'POST', act: binPost, summary: 'Puts a post into the bin, where it stays for 30 days' },
  { method: 'DELETE', act: unbinPost, summary: 'Takes a post out of the bin, as a draft' },
] as const;

/** The bin takes nothing from readers: what is published is withdrawn first. */
export function binRoutes(app: FastifyInstance, context: ApiContext): void {
  for (const { method, act, summary } of METHODS) {
    typed(app).route({
      method,
      url: `${POST}/bin`,
      config: { permission: 'posts:write' },
      schema: { tags: ['posts'], summary, params: postParams, response: { 204: z.null(), ...problems } },
      handler: async (request, reply) => {
        const site = await siteNamed(context, request.params.site);
        const { id } = request.params;
        return inTransaction(context, request, reply, (trx) => act(trx, actorOf(request), site, id), nothing);
      },
    });
  }
}
