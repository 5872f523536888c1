import { DomainError } from '@warta/problems';
import { OBLIGATIONS, savePlan } from '@warta/sync';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../../../plugins/policy.ts';
import type { DeskRoutes } from '../../context.ts';
import { answerForm, type Errors, type Sent, sentIn } from '../../frame/forms.ts';
import { named } from '../../frame/views.ts';
import { deskLanguage } from '../../frame/words.ts';
import { headlineAt } from '../headline-at.ts';
import { titleOf } from '../title.ts';
import { picksOf } from './audience-picks.ts';
import { listMissions, reachOf } from './reach.ts';
import { planWith, sendingFields } from './sending-form.ts';
import { timesOf } from './sending-times.ts';
import { versionIn } from './version-in.ts';

/** How a headline goes: what missions must do with it, when it appears, and what is said to them alone. */
export const sendingRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const read = { config: { permission: 'deliveries:read' as const } };
  const write = { config: { permission: 'headlines:write' as const } };

  app.get('/headlines/:id/sending', read, async (request, reply) => page(request, reply));

  app.post('/headlines/:id/sending/shown', read, async (request, reply) => {
    const { part } = request.query as { part?: string };
    const again = (errors: Errors, sent?: Sent) => page(request, reply, errors, sent);
    if (!part) return answerForm(request, reply, async () => again({}, sentIn(request)), again);
    return reply.draw('headlines/compose/times', 'sending.title', await timesIn(request));
  });

  app.post('/headlines/:id/sending', write, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const { id, plan, above } = await headlineAt(context, request);
        const sent = sentIn(request);
        const changed = planWith(plan, sent);
        try {
          await db
            .transaction()
            .execute((trx) => savePlan(trx, actorOf(request), id, changed, versionIn(sent)));
        } catch (error) {
          if (!(error instanceof DomainError) || error.code !== 'stale-version') throw error;
          return page(request, reply.code(409), {}, sent, sendingFields(plan));
        }
        return reply.redirect(`${above}/review`, 303);
      },
      (errors, sent) => page(request, reply, errors, sent),
    ),
  );

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    errors: Errors = {},
    sent?: Sent,
    theirs?: Sent,
  ) {
    const headline = await headlineAt(context, request);
    const lang = deskLanguage(request);
    return reply.draw('headlines/compose/sending', named(titleOf(headline, lang), 'headlines.new'), {
      ...headline,
      form: sent ?? sendingFields(headline.plan),
      theirs: theirs && differing(theirs, sent ?? {}),
      errors,
      obligations: OBLIGATIONS,
      missions: await listMissions(context, lang),
      ...(await timesIn(request, sent)),
    });
  }

  /** When it appears where, by what was typed as far as it can be read. */
  async function timesIn(request: FastifyRequest, typed: Sent = sentIn(request)) {
    const { plan } = await headlineAt(context, request);
    const { reached } = await reachOf(context, deskLanguage(request), picksOf(plan.audience));
    return { times: timesOf(readable(plan, typed), reached) };
  }
};

function readable(plan: Parameters<typeof planWith>[0], typed: Sent) {
  if (typed.when === undefined) return plan;
  try {
    return planWith(plan, typed);
  } catch {
    return {};
  }
}

/** What a colleague has decided otherwise meanwhile. */
const differing = (theirs: Sent, mine: Sent) =>
  Object.entries(theirs).filter(([name, value]) => (mine[name] ?? '') !== (value ?? ''));
