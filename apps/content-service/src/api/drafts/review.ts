import { askForChanges, type DraftKey, submitForReview } from '@warta/posts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { tell } from '../../colleagues/tell.ts';
import { actorOf } from '../../plugins/policy.ts';
import { type ApiContext, expectedVersion, problems, siteNamed, typed } from '../context.ts';
import { TEXT, textParams } from './address.ts';
import { inTransaction } from './in-transaction.ts';
import { movedAnswer, stale } from './schemas.ts';

const response = { 200: movedAnswer, ...problems, ...stale };

/** A text on its way between colleagues. Both need the revision that was looked at. */
export function reviewRoutes(app: FastifyInstance, context: ApiContext): void {
  typed(app).post(
    `${TEXT}/review`,
    {
      config: { permission: 'posts:write' },
      schema: {
        tags: ['posts'],
        summary: 'Asks colleagues to check a text; needs If-Match: "<revision>"',
        params: textParams,
        response,
      },
    },
    async (request, reply) => {
      const { id: post, locale, site: slug } = request.params;
      const key = { post, locale, revision: expectedVersion(request) };
      const site = await siteNamed(context, slug);
      return inTransaction(
        context,
        request,
        reply,
        async (trx) => {
          const { title } = await submitForReview(trx, actorOf(request), site, key);
          await tell(context, trx, request, { site, post, locale }, 'review-asked', { title });
        },
        () => moved(key, 'in-review'),
      );
    },
  );

  typed(app).post(
    `${TEXT}/changes`,
    {
      config: { permission: 'posts:publish' },
      schema: {
        tags: ['posts'],
        summary: 'Gives a text back with what is to be changed; needs If-Match: "<revision>"',
        params: textParams,
        body: z.strictObject({ note: z.string() }),
        response,
      },
    },
    async (request, reply) => {
      const { id: post, locale, site: slug } = request.params;
      const key = { post, locale, revision: expectedVersion(request) };
      const site = await siteNamed(context, slug);
      const { note } = request.body;
      return inTransaction(
        context,
        request,
        reply,
        async (trx) => {
          const { title, submittedBy } = await askForChanges(trx, actorOf(request), site, key, note);
          const told = { title, note, person: submittedBy };
          await tell(context, trx, request, { site, post, locale }, 'changes-asked', told);
        },
        () => moved(key, 'changes-asked'),
      );
    },
  );
}

function moved({ post: id, locale, revision }: DraftKey, state: 'in-review' | 'changes-asked') {
  return { status: 200, response: { id, locale, revision, state } };
}
