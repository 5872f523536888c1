import { type Group, groupInput, groupKey, listGroups } from '@warta/sites';
import { changeGroup, dropGroup } from '@warta/sync';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { once } from '../plugins/once.ts';
import { actorOf } from '../plugins/policy.ts';
import { type ApiContext, expectedVersion, optionalVersion, problems, typed } from './context.ts';

const params = z.object({ key: groupKey });
const groupAnswer = z.object({
  key: z.string(),
  name: z.record(z.string(), z.string()),
  sites: z.array(z.string()),
  version: z.number(),
});

/** Named groups of missions, for audiences. */
export function groupRoutes(app: FastifyInstance, { database }: ApiContext): void {
  const { db } = database;

  typed(app).get(
    '/groups',
    {
      config: { permission: 'audiences:preview' },
      schema: {
        tags: ['headlines'],
        summary: 'Named groups of missions',
        response: { 200: z.array(groupAnswer), ...problems },
      },
    },
    async () => listGroups(db),
  );

  typed(app).put(
    '/groups/:key',
    {
      config: { permission: 'headlines:write' },
      schema: {
        tags: ['headlines'],
        summary: 'Makes a group, or changes it with If-Match: "<version>"; headlines for it follow',
        params,
        body: groupInput,
        response: { 200: groupAnswer, ...problems },
      },
    },
    async (request, reply) =>
      once<Group>(
        database,
        request,
        reply,
        (also) =>
          changeGroup(
            db,
            actorOf(request),
            request.params.key,
            request.body,
            optionalVersion(request) ?? null,
            also,
          ),
        (group) => ({
          status: 200,
          headers: { etag: `"${group.version}"` },
          response: groupAnswer.parse(group),
        }),
      ),
  );

  typed(app).delete(
    '/groups/:key',
    {
      config: { permission: 'headlines:write' },
      schema: {
        tags: ['headlines'],
        summary: 'Removes a group that no headline was sent to; needs If-Match: "<version>"',
        params,
        response: { 204: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      await dropGroup(db, actorOf(request), request.params.key, expectedVersion(request));
      return reply.code(204).send(null);
    },
  );
}
