import { judgeMissions, savePlan } from '@warta/sync';
import type { FastifyInstance } from 'fastify';
import { headlineAt } from '../../desk/headlines/headline-at.ts';
import { actorOf } from '../../plugins/policy.ts';
import { type ApiContext, expectedVersion, problems, typed } from '../context.ts';
import { inTransaction } from '../drafts/in-transaction.ts';
import { HEADLINE, headlineParams as params } from './address.ts';
import { describeHeadline, describePlan } from './describe-headline.ts';
import { draftAnswer, planAnswer, planInput } from './schemas.ts';

/** A headline as it is being written, and how it is to be sent. */
export function planRoutes(app: FastifyInstance, context: ApiContext): void {
  const { config, database } = context;

  typed(app).get(
    HEADLINE,
    {
      config: { permission: 'deliveries:read' },
      schema: {
        tags: ['headlines'],
        summary: 'A headline that is being written, or one that was sent and its correction',
        params,
        response: { 200: draftAnswer, ...problems },
      },
    },
    async (request) => describeHeadline(config, await headlineAt(context, request)),
  );

  typed(app).get(
    `${HEADLINE}/plan`,
    {
      config: { permission: 'deliveries:read' },
      schema: {
        tags: ['headlines'],
        summary: 'To whom and how a headline is to be sent, as far as that is decided',
        params,
        response: { 200: planAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const headline = await headlineAt(context, request);
      return reply.header('etag', `"${headline.planVersion}"`).send(describePlan(headline));
    },
  );

  typed(app).put(
    `${HEADLINE}/plan`,
    {
      config: { permission: 'headlines:write' },
      schema: {
        tags: ['headlines'],
        summary: 'Keeps the whole plan; nothing is sent. Needs If-Match: "<version of the plan>"',
        description:
          'What is left out is not decided yet. Once the headline was sent, the plan is that of its correction.',
        params,
        body: planInput,
        response: { 200: planAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const { id, sent } = await headlineAt(context, request);
      const version = expectedVersion(request);
      const plan = JSON.parse(JSON.stringify(request.body)) as Record<string, unknown>;
      if (request.body.audience) await judgeMissions(database.db, request.body.audience);
      // A plan says for which version it was made: upon another one it would not hold.
      const kept = { ...plan, ...(sent && { after: sent.version }) };
      return inTransaction(
        context,
        request,
        reply,
        (trx) => savePlan(trx, actorOf(request), id, kept, version),
        (saved) => {
          return { status: 200, headers: { etag: `"${saved}"` }, response: describePlan({ plan }) };
        },
      );
    },
  );
}
