import { type Alert, confirmAlert, makeReleaseLink, type ReleaseLink, releaseAlert } from '@warta/alerts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { settleHold } from '../../alerts/settle-hold.ts';
import { once } from '../../plugins/once.ts';
import { actorOf } from '../../plugins/policy.ts';
import { type ApiContext, expectedVersion, problems, typed } from '../context.ts';
import { alertParams, answerSaved, DOORS, siteOf } from './doors.ts';
import { alertAnswer, linkAnswer } from './schemas.ts';

const releaseBody = z.strictObject({
  reason: z.string().trim().min(1).max(1000).optional().describe('why one person alone releases it'),
  hold: z
    .boolean()
    .default(false)
    .describe('whether posts that the sites have scheduled wait until the alert is over'),
  unpin: z
    .array(z.uuid('is not the id of a headline'))
    .max(50)
    .default([])
    .describe(
      'headlines whose pins are taken down until the alert is over: the ministry’s everywhere, a mission’s own where the alert stands',
    ),
  link: z.string().max(100).optional().describe('the secret of a release link, which is used up'),
});

const tags = ['alerts'];
const response = { 200: alertAnswer, ...problems };

/** The second person: releasing, confirming, and the link that brings one here. */
export function alertReleaseRoutes(app: FastifyInstance, { database }: ApiContext): void {
  const { db } = database;
  for (const { base, write, release } of DOORS) {
    const config = { permission: release };

    typed(app).post(
      `${base}/:id/release`,
      {
        config,
        schema: {
          tags,
          summary: 'Puts what waits before readers; needs If-Match: "<version>"',
          description:
            'By somebody who has not written it; by one alone with a reason, which only the ministry may give.',
          params: alertParams,
          body: releaseBody.default({ hold: false, unpin: [] }),
          response,
        },
      },
      async (request, reply) => {
        const version = expectedVersion(request);
        const { params, receivedAt } = request;
        const { hold: posts, unpin: pins, ...body } = request.body;
        const releaser = { actor: actorOf(request), site: siteOf(request), receivedAt, ...body };
        return once<Alert>(
          database,
          request,
          reply,
          (keep) =>
            releaseAlert(db, params.id, version, {
              ...releaser,
              async also(trx, alert) {
                const tags = await settleHold(trx, alert, { posts, pins });
                await keep(trx, alert);
                return tags;
              },
            }),
          (alert) => answerSaved(200, alert),
        );
      },
    );

    typed(app).post(
      `${base}/:id/confirmation`,
      {
        config,
        schema: {
          tags,
          summary: 'Confirms what one person alone has released; needs If-Match: "<version>"',
          params: alertParams,
          response,
        },
      },
      async (request, reply) => {
        const version = expectedVersion(request);
        const { id } = request.params;
        return once<Alert>(
          database,
          request,
          reply,
          (keep) =>
            confirmAlert(db, id, version, {
              actor: actorOf(request),
              site: siteOf(request),
              async also(trx, alert) {
                await keep(trx, alert);
                return undefined;
              },
            }),
          (alert) => answerSaved(200, alert),
        );
      },
    );

    typed(app).post(
      `${base}/:id/links`,
      {
        config: { permission: write },
        schema: {
          tags,
          summary: 'Makes a link for the second person; needs If-Match: "<version>"',
          description: 'It gives no right: whoever opens it signs in and must be allowed to release.',
          params: alertParams,
          response: { 201: linkAnswer, ...problems },
        },
      },
      async (request, reply) => {
        const version = expectedVersion(request);
        const made: ReleaseLink = await makeReleaseLink(db, actorOf(request), request.params.id, version);
        return reply.code(201).send({ secret: made.secret, expiresAt: made.expiresAt.toISOString() });
      },
    );
  }
}
