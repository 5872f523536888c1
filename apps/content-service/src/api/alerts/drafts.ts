import {
  type Alert,
  alertInput,
  cancellationInput,
  changeAlert,
  discardDraft,
  draftAlert,
  draftCancellation,
} from '@warta/alerts';
import type { FastifyInstance } from 'fastify';
import { once } from '../../plugins/once.ts';
import { actorOf } from '../../plugins/policy.ts';
import { type ApiContext, expectedVersion, problems, typed } from '../context.ts';
import { alertParams, answerSaved, DOORS, doorParams, siteOf } from './doors.ts';
import { alertAnswer, draftBody } from './schemas.ts';

const tags = ['alerts'];
const response = { 200: alertAnswer, ...problems };

/** Writing alerts, their updates and their ends; readers see nothing of it until a release. */
export function alertDraftRoutes(app: FastifyInstance, { database }: ApiContext): void {
  const { db } = database;
  for (const { base, write } of DOORS) {
    const config = { permission: write };

    typed(app).post(
      base,
      {
        config,
        schema: {
          tags,
          summary: 'Drafts an alert',
          params: doorParams,
          body: draftBody,
          response: { 201: alertAnswer, ...problems },
        },
      },
      async (request, reply) =>
        once<Alert>(
          database,
          request,
          reply,
          (also) => draftAlert(db, actorOf(request), request.body, { site: siteOf(request), also }),
          (alert) => answerSaved(201, alert),
        ),
    );

    typed(app).put(
      `${base}/:id`,
      {
        config,
        schema: {
          tags,
          summary: 'Writes a draft anew, or an update of what stands; needs If-Match: "<version>"',
          params: alertParams,
          body: alertInput,
          response,
        },
      },
      async (request, reply) => {
        const version = expectedVersion(request);
        const { params, body } = request;
        return once<Alert>(
          database,
          request,
          reply,
          (also) =>
            changeAlert(db, actorOf(request), params.id, version, body, { site: siteOf(request), also }),
          (alert) => answerSaved(200, alert),
        );
      },
    );

    typed(app).post(
      `${base}/:id/cancellation`,
      {
        config,
        schema: {
          tags,
          summary: 'Drafts the end of an alert that stands; needs If-Match: "<version>"',
          params: alertParams,
          body: cancellationInput.default({}),
          response,
        },
      },
      async (request, reply) => {
        const version = expectedVersion(request);
        const { params, body } = request;
        return once<Alert>(
          database,
          request,
          reply,
          (also) =>
            draftCancellation(db, actorOf(request), params.id, version, body, {
              site: siteOf(request),
              also,
            }),
          (alert) => answerSaved(200, alert),
        );
      },
    );

    typed(app).delete(
      `${base}/:id/draft`,
      {
        config,
        schema: {
          tags,
          summary: 'Drops what waits for its release; needs If-Match: "<version>"',
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
          (also) => discardDraft(db, actorOf(request), id, version, { site: siteOf(request), also }),
          (alert) => answerSaved(200, alert),
        );
      },
    );
  }
}
