import { findPlan, savePlan } from '@warta/sync';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../../../plugins/policy.ts';
import type { DeskRoutes } from '../../context.ts';
import { type Errors, sentIn } from '../../frame/forms.ts';
import { named } from '../../frame/views.ts';
import { deskLanguage, deskWords } from '../../frame/words.ts';
import { headlineAt } from '../headline-at.ts';
import { titleOf } from '../title.ts';
import { audienceChoices } from './audience-choices.ts';
import { type Picks, picksIn, picksOf, ruleOf } from './audience-picks.ts';
import { type Reach, reachOf } from './reach.ts';
import { reachWords } from './reach-words.ts';
import { versionIn } from './version-in.ts';

/** To whom a headline goes: picked, and shown with everybody who is reached and who is not. */
export const audienceRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const read = { config: { permission: 'deliveries:read' as const } };
  const look = { config: { permission: 'audiences:preview' as const } };
  const write = { config: { permission: 'headlines:write' as const } };

  app.get('/headlines/:id/audience', read, async (request, reply) => page(request, reply));

  app.post('/headlines/:id/audience/shown', look, async (request, reply) => {
    const picks = picksIn(sentIn(request));
    const { part } = request.query as { part?: string };
    if (!part) return page(request, reply, { picks });
    const lang = deskLanguage(request);
    const reach = await reachOf(context, lang, picks);
    return reply.draw('headlines/compose/reached', 'audience.title', { reach, words: reachWords(lang) });
  });

  app.post('/headlines/:id/audience', write, async (request, reply) => {
    const { id, plan, above } = await headlineAt(context, request);
    const sent = sentIn(request);
    const picks = picksIn(sent);
    const lang = deskLanguage(request);
    const reach = await reachOf(context, lang, picks);
    if (reach.trouble) {
      const errors = { audience: deskWords(lang)(`reach.trouble-${reach.trouble}`) };
      return page(request, reply.code(422), { picks, reach, errors });
    }
    const isStale = await db.transaction().execute(async (trx) => {
      const before = await findPlan(trx, id);
      if ((before?.version ?? 0) !== versionIn(sent)) return true;
      await savePlan(trx, actorOf(request), id, { ...plan, audience: ruleOf(picks) }, versionIn(sent));
      return false;
    });
    if (isStale) return page(request, reply.code(409), { picks, reach, isStale });
    return reply.redirect(`${above}/sending?said=saved`, 303);
  });

  interface Shown {
    picks?: Picks;
    reach?: Reach;
    errors?: Errors;
    /** Somebody has changed the plan since the picks were begun. */
    isStale?: boolean;
  }

  async function page(request: FastifyRequest, reply: FastifyReply, shown: Shown = {}) {
    const headline = await headlineAt(context, request);
    const lang = deskLanguage(request);
    const kept = picksOf(headline.plan.audience);
    const picks = shown.picks ?? kept;
    return reply.draw('headlines/compose/audience', named(titleOf(headline, lang), 'headlines.new'), {
      ...headline,
      ...(await audienceChoices(context, lang)),
      picks,
      reach: shown.reach ?? (await reachOf(context, lang, picks)),
      theirs: shown.isStale ? await reachOf(context, lang, kept) : undefined,
      errors: shown.errors ?? {},
      words: reachWords(lang),
    });
  }
};
