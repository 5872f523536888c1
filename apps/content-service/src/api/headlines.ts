import { MINISTRY_SLUG } from '@warta/sites';
import {
  audienceRule,
  correctHeadline,
  correctionInput,
  findOrigin,
  headlineInput,
  judgeMissions,
  publishHeadline,
  type SavedHeadline,
} from '@warta/sync';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { once } from '../plugins/once.ts';
import { actorOf } from '../plugins/policy.ts';
import { type ApiContext, expectedVersion, problems, siteNamed, typed } from './context.ts';
import { savedAnswer } from './saved-headline.ts';
import { audiencePreview, savedHeadline } from './schemas.ts';

const params = z.object({ id: z.uuid('is not the id of a headline') });
const response = { 200: savedHeadline, ...problems };

/** Publishing and correcting headlines. */
export function headlineRoutes(app: FastifyInstance, context: ApiContext): void {
  const { database } = context;
  const { db } = database;
  const saving = (request: FastifyRequest) => ({ actor: actorOf(request), receivedAt: request.receivedAt });

  typed(app).post(
    '/headlines',
    {
      config: { permission: 'headlines:write' },
      schema: {
        tags: ['headlines'],
        summary: 'Publishes a headline and pushes it to its audience',
        body: headlineInput.extend({
          origin: z.string().default(MINISTRY_SLUG).describe('the site that publishes it'),
        }),
        response: { 201: savedHeadline, ...problems },
      },
    },
    async (request, reply) => {
      const { origin: slug, ...input } = request.body;
      const origin = await siteNamed(context, slug);
      return once<SavedHeadline>(
        database,
        request,
        reply,
        (also) => publishHeadline(db, origin, input, { ...saving(request), also }),
        (saved) => savedAnswer(context, 201, origin, saved),
      );
    },
  );

  typed(app).put(
    '/headlines/:id',
    {
      config: { permission: 'headlines:write' },
      schema: {
        tags: ['headlines'],
        summary: 'Corrects a headline everywhere; needs If-Match: "<version>"',
        params,
        body: correctionInput,
        response,
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const version = expectedVersion(request);
      const origin = await findOrigin(db, id);
      return once<SavedHeadline>(
        database,
        request,
        reply,
        (also) => correctHeadline(db, id, version, request.body, { ...saving(request), also }),
        (saved) => savedAnswer(context, 200, origin, saved),
      );
    },
  );

  typed(app).post(
    '/headlines/preview-audience',
    {
      config: { permission: 'audiences:preview' },
      schema: {
        tags: ['headlines'],
        summary: 'Which missions an audience reaches, which not, and why not',
        body: z.strictObject({ audience: audienceRule }),
        response: { 200: audiencePreview, ...problems },
      },
    },
    async (request) => {
      const judged = await judgeMissions(db, request.body.audience);
      const included = judged.filter((mission) => mission.included).map((mission) => mission.slug);
      const excluded = judged
        .filter((mission) => !mission.included)
        .map(({ slug, reason = '' }) => ({ site: slug, reason }));
      return { count: included.length, included, excluded };
    },
  );
}
