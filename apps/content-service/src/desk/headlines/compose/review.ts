import type { RevisionNumbers } from '@warta/posts';
import { DraftConflictError } from '@warta/posts';
import { DomainError } from '@warta/problems';
import {
  audienceRule,
  correctFromDrafts,
  findHeadline,
  resendingInput,
  sendHeadline,
  sendingInput,
} from '@warta/sync';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../../../plugins/policy.ts';
import type { DeskRoutes } from '../../context.ts';
import { type Errors, errorsIn, type Sent, sentIn } from '../../frame/forms.ts';
import { named } from '../../frame/views.ts';
import { deskLanguage } from '../../frame/words.ts';
import { type HeadlineAt, headlineAt } from '../headline-at.ts';
import { titleOf } from '../title.ts';
import { reachWords } from './reach-words.ts';
import { reviewOf, sendingPart } from './review-model.ts';
import { stalePage } from './stale.ts';
import { versionIn } from './version-in.ts';

/** The last look before a headline goes, or its correction; and sending it. */
export const reviewRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;

  app.get('/headlines/:id/review', { config: { permission: 'deliveries:read' } }, async (request, reply) =>
    page(request, reply, {}, { note: (request.query as { note?: string }).note }),
  );

  app.post('/headlines/:id/review', { config: { permission: 'headlines:write' } }, async (request, reply) => {
    const headline = await headlineAt(context, request);
    const sent = sentIn(request);
    const revisions = revisionsIn(sent);
    const board = `${headline.above}/deliveries`;
    if (isRepeated(headline, sent)) return reply.redirect(board, 303);
    if (versionIn({ _version: sent._plan }) !== headline.planVersion) {
      return page(request, reply.code(409), {}, { ...sent, isStale: 'plan' });
    }
    // The page itself says what is missing before it can go.
    if (!audienceRule.safeParse(headline.plan.audience).success)
      return page(request, reply.code(422), {}, sent);
    try {
      await send(request, headline, sent, revisions);
      return reply.redirect(board, 303);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const isStale = error instanceof DraftConflictError || error.code === 'stale-version';
      if (isStale) return stalePage(context, request, reply.code(409), { revisions, note: noteIn(sent) });
      // Another press of the button, or a colleague, was first: what went out is to be seen.
      if (error.code === 'conflict' && (await findHeadline(db, headline.id)))
        return reply.redirect(board, 303);
      if (error.code !== 'invalid') throw error;
      return page(request, reply.code(422), errorsIn(request, error), sent);
    }
  });

  async function send(request: FastifyRequest, headline: HeadlineAt, sent: Sent, revisions: RevisionNumbers) {
    const { id, origin, plan } = headline;
    const saving = { actor: actorOf(request), receivedAt: request.receivedAt };
    const audience = audienceRule.parse(plan.audience);
    const input = { ...sendingPart(plan), audience };
    if (!headline.sent) {
      await sendHeadline(db, origin, id, sendingInput.parse(input), revisions, saving);
      return;
    }
    const note = noteIn(sent);
    const again = resendingInput.parse({ ...input, ...(note && { note }) });
    await correctFromDrafts(db, id, versionIn(sent), again, revisions, saving);
  }

  async function page(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}, sent: Sent = {}) {
    const headline = await headlineAt(context, request);
    const lang = deskLanguage(request);
    return reply.draw('headlines/compose/review', named(titleOf(headline, lang), 'headlines.new'), {
      ...headline,
      ...(await reviewOf(context, request, headline, lang)),
      note: noteIn(sent),
      isStale: sent.isStale !== undefined,
      errors,
      words: reachWords(lang),
    });
  }
};

/** What went out already must not go out again by a second press of the same button. */
function isRepeated({ sent: standing }: HeadlineAt, sent: Sent): boolean {
  return standing !== undefined && versionIn(sent) === 0;
}

/** The languages that were ticked, each with the state of it that was looked at: `en:3`. */
function revisionsIn({ language }: Sent): RevisionNumbers {
  const pairs = [language ?? []].flat().flatMap((each) => {
    const [, locale, n] = /^([A-Za-z0-9-]{1,35}):(\d{1,9})$/.exec(each) ?? [];
    return locale && n ? [[locale, Number(n)] as const] : [];
  });
  return Object.fromEntries(pairs);
}

const noteIn = ({ note }: Sent) => ([note ?? ''].flat()[0] ?? '').trim();
