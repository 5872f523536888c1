import { createToken, listTokens, PERMISSIONS, revokeToken } from '@warta/accounts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { answerForm, type Errors, readForm, type Sent } from '../frame/forms.ts';
import { callerOf } from '../session.ts';

const DAYS = [7, 30, 90, 365];
const DAY_MS = 86_400_000;

const input = z.object({
  name: z.string().trim().min(1, 'missing').max(100),
  days: z.coerce.number().refine((days) => DAYS.includes(days), 'choose'),
  scopes: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(z.enum(PERMISSIONS), 'choose').min(1, 'choose'),
  ),
});

/** Tokens for programs that act as oneself: narrowed to what is ticked, and for a time. */
export const ownTokenRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const own = { config: { permission: 'own:manage' as const } };

  app.get('/account/tokens', own, async (request, reply) => page(request, reply));

  app.post('/account/tokens', own, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const { name, days, scopes } = readForm(input, request);
        const { person } = callerOf(request);
        const expiresAt = new Date(Date.now() + days * DAY_MS);
        const { secret } = await db
          .transaction()
          .execute((trx) =>
            createToken(trx, actorOf(request), { role: 'person', person, name, scopes, expiresAt }),
          );
        return reply.draw('account/token', 'tokens.made', { secret });
      },
      (errors, sent) => page(request, reply, errors, sent),
    ),
  );

  app.post<{ Params: { id: string } }>('/account/tokens/:id/end', own, async (request, reply) => {
    const { person } = callerOf(request);
    await db.transaction().execute((trx) => revokeToken(trx, actorOf(request), request.params.id, person));
    return reply.redirect('/desk/account/tokens?said=token-ended', 303);
  });

  async function page(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}, sent: Sent = {}) {
    const tokens = await listTokens(db, callerOf(request).person);
    return reply.draw('account/tokens', 'tokens.title', {
      tokens: tokens.filter((token) => token.revokedAt === null),
      permissions: PERMISSIONS.filter((permission) => permission !== 'own:manage'),
      days: DAYS,
      errors,
      sent,
    });
  }
};
