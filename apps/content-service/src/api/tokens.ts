import { createToken, listTokens, NETWORK_ROLES, revokeToken } from '@warta/accounts';
import { moment } from '@warta/posts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../plugins/policy.ts';
import { type ApiContext, problems, typed } from './context.ts';
import { tokenAnswer } from './schemas.ts';

const body = z.strictObject({
  name: z.string().trim().min(1).max(100),
  role: z.enum(NETWORK_ROLES),
  expiresAt: moment.optional(),
});

export function tokenRoutes(app: FastifyInstance, { database: { db } }: ApiContext): void {
  const config = { permission: 'tokens:manage' as const };

  typed(app).get(
    '/tokens',
    {
      config,
      schema: {
        tags: ['tokens'],
        summary: 'All tokens, without their secrets',
        response: { 200: z.array(tokenAnswer), ...problems },
      },
    },
    async () =>
      (await listTokens(db)).map((token) => ({
        ...token,
        createdAt: token.createdAt.toISOString(),
        expiresAt: token.expiresAt?.toISOString() ?? null,
        revokedAt: token.revokedAt?.toISOString() ?? null,
      })),
  );

  typed(app).post(
    '/tokens',
    {
      config,
      schema: {
        tags: ['tokens'],
        summary: 'Makes a token; its secret is shown this once',
        body,
        response: { 201: z.object({ id: z.string(), secret: z.string() }), ...problems },
      },
    },
    async (request, reply) => {
      const made = await db.transaction().execute((trx) => createToken(trx, actorOf(request), request.body));
      return reply.code(201).header('cache-control', 'no-store').send(made);
    },
  );

  typed(app).delete(
    '/tokens/:id',
    {
      config,
      schema: {
        tags: ['tokens'],
        summary: 'Ends a token at once',
        params: z.object({ id: z.uuid() }),
        response: { 204: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      await db.transaction().execute((trx) => revokeToken(trx, actorOf(request), request.params.id));
      return reply.code(204).send(null);
    },
  );
}
