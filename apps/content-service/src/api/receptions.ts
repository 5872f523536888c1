import { acknowledgeHeadline, findReceptions } from '@warta/sync';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../plugins/policy.ts';
import { type ApiContext, problems, siteNamed, typed } from './context.ts';

const id = z.uuid('is not the id of a headline');
const moment = z.date().nullable();
const receptionAnswer = z.object({
  site: z.string(),
  version: z.number(),
  dueAt: moment.describe('until when it is to be acknowledged, by the office hours of the mission'),
  seenAt: moment,
  seenBy: z.string().nullable(),
  acknowledgedAt: moment,
  acknowledgedBy: z.string().nullable(),
  escalatedAt: moment.describe('when the head of site was told that it is overdue'),
});

/** What missions have read of a headline, and acknowledged. */
export function receptionRoutes(app: FastifyInstance, context: ApiContext): void {
  const { db } = context.database;

  typed(app).get(
    '/headlines/:id/receptions',
    {
      config: { permission: 'deliveries:read' },
      schema: {
        tags: ['headlines'],
        summary: 'Which missions have read the version that stands, and acknowledged it',
        params: z.object({ id }),
        response: { 200: z.array(receptionAnswer), ...problems },
      },
    },
    async (request) => findReceptions(db, request.params.id),
  );

  typed(app).put(
    '/sites/:site/headlines/:id/acknowledgment',
    {
      config: { permission: 'overlays:write' },
      schema: {
        tags: ['headlines'],
        summary: 'Acknowledges the version of a headline that was read, for one site',
        params: z.object({ site: z.string(), id }),
        body: z.strictObject({ version: z.int().min(1) }),
        response: { 204: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      const site = await siteNamed(context, request.params.site);
      await acknowledgeHeadline(db, actorOf(request), site, request.params.id, request.body.version);
      return reply.code(204).send(null);
    },
  );
}
