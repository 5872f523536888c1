import { DomainError, invalid } from '@warta/problems';
import {
  correctFromDrafts,
  resendingInput,
  type SavedHeadline,
  sendHeadline,
  sendingInput,
} from '@warta/sync';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checked } from '../../desk/frame/checked.ts';
import { sendingPart } from '../../desk/headlines/compose/review-model.ts';
import { type HeadlineAt, headlineAt } from '../../desk/headlines/headline-at.ts';
import { once } from '../../plugins/once.ts';
import { actorOf } from '../../plugins/policy.ts';
import { type ApiContext, expectedVersion, problems, typed } from '../context.ts';
import { savedAnswer } from '../saved-headline.ts';
import { savedHeadline } from '../schemas.ts';
import { HEADLINE, headlineParams as params } from './address.ts';
import { correctionBody, sendingBody, stale } from './schemas.ts';

/** Sending what was written and planned, for the first time or as a correction. */
export function sendingRoutes(app: FastifyInstance, context: ApiContext): void {
  const { database } = context;
  const { db } = database;
  const config = { permission: 'headlines:write' as const };
  const saving = (request: FastifyRequest) => ({ actor: actorOf(request), receivedAt: request.receivedAt });

  typed(app).put(
    `${HEADLINE}/publication`,
    {
      config,
      schema: {
        tags: ['headlines'],
        summary: 'Sends a headline as it was looked at, for the first time',
        description:
          'Where the ministry asks for four eyes, whoever wrote something of it may not send it (403). One that ' +
          'was sent is corrected (409).',
        params,
        body: sendingBody,
        response: { 201: savedHeadline, ...problems, ...stale },
      },
    },
    async (request, reply) => {
      const headline = await headlineAt(context, request);
      const { id, origin } = headline;
      const { plan, languages } = request.body;
      return once<SavedHeadline>(
        database,
        request,
        reply,
        async (also) => {
          if (headline.sent) throw new DomainError('conflict', 'The headline was sent already: correct it.');
          const input = checked(sendingInput, planned(headline, plan), nameOf);
          return sendHeadline(db, origin, id, input, languages, { ...saving(request), also });
        },
        (saved) => savedAnswer(context, 201, origin, saved),
      );
    },
  );

  typed(app).post(
    `${HEADLINE}/corrections`,
    {
      config,
      schema: {
        tags: ['headlines'],
        summary: 'Sends what was saved since as a correction; needs If-Match: "<version of the headline>"',
        description: 'Readers have the old words until then. Languages that are not named are taken away.',
        params,
        body: correctionBody,
        response: { 200: savedHeadline, ...problems, ...stale },
      },
    },
    async (request, reply) => {
      const headline = await headlineAt(context, request);
      const { id, origin } = headline;
      const version = expectedVersion(request);
      const { plan, languages, note } = request.body;
      return once<SavedHeadline>(
        database,
        request,
        reply,
        async (also) => {
          if (!headline.sent) throw new DomainError('conflict', 'The headline was not sent yet.');
          const input = checked(resendingInput, { ...planned(headline, plan), note }, nameOf);
          return correctFromDrafts(db, id, version, input, languages, { ...saving(request), also });
        },
        (saved) => savedAnswer(context, 200, origin, saved),
      );
    },
  );
}

/**
 * What is to be sent, as it was looked at.
 * @throws {DomainError} `stale-version` for another version of the plan; `invalid`, naming what is not decided
 */
function planned({ plan, planVersion }: HeadlineAt, lookedAt: number): object {
  if (planVersion !== lookedAt) {
    const moved = { field: 'plan', message: `is ${planVersion} now` };
    throw new DomainError('stale-version', 'Somebody has changed how this headline is to be sent.', [moved]);
  }
  const { audience } = plan;
  if (audience === undefined)
    throw invalid({ field: 'audience', message: 'is missing: put it into the plan' });
  return { ...sendingPart(plan), audience };
}

const nameOf = (path: readonly PropertyKey[]) => path.map(String).join('.');
