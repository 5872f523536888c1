import { may } from '@warta/accounts';
import { moment, type Published, publishDraft, withdrawalInput, withdrawPost } from '@warta/posts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { noteOverride } from '../../colleagues/note-override.ts';
import { tell } from '../../colleagues/tell.ts';
import { once } from '../../plugins/once.ts';
import { actorOf } from '../../plugins/policy.ts';
import { postUrl } from '../../public/links.ts';
import { type ApiContext, expectedVersion, problems, siteNamed, typed } from '../context.ts';
import { POST, postParams, TEXT, textParams } from './address.ts';
import { nothing } from './in-transaction.ts';
import { publishedAnswer, stale } from './schemas.ts';

const body = z
  .strictObject({
    at: moment.optional().describe('a moment to come; at once without one'),
    override: z.boolean().default(false).describe('past a colleague’s check, for who may; asks for a reason'),
    reason: z.string().trim().max(1000).default('').describe('why; readers do not see it'),
  })
  .nullish();
type Wish = z.output<typeof body>;

/** Before readers, and away from them. */
export function publicationRoutes(app: FastifyInstance, context: ApiContext): void {
  const { config, database } = context;
  const { db } = database;

  typed(app).put(
    `${TEXT}/publication`,
    {
      config: { permission: 'posts:publish' },
      schema: {
        tags: ['posts'],
        summary: 'Publishes a text as it was saved, now or later; needs If-Match: "<revision>"',
        description:
          'Where the site asks for four eyes, whoever saved something of it may not publish it (403).',
        params: textParams,
        body,
        response: { 200: publishedAnswer, ...problems, ...stale },
      },
    },
    async (request, reply) => {
      const { id: post, locale, site: slug } = request.params;
      const key = { post, locale, revision: expectedVersion(request) };
      const site = await siteNamed(context, slug);
      const given = { at: request.body?.at, override: overrideIn(request) };
      return once<Published>(
        database,
        request,
        reply,
        (keep) =>
          publishDraft(db, actorOf(request), site, key, {
            ...given,
            async also(trx, { title, submittedBy }, published) {
              const told = { title, person: submittedBy };
              await tell(context, trx, request, { site, post, locale }, 'published', told);
              await noteOverride(trx, request, published);
              await keep(trx, published);
            },
          }),
        (published) => {
          const url = postUrl(config, site, published);
          const publishAt = published.publishAt.toISOString();
          const response = { id: post, locale, slug: published.slug, url, publishAt };
          return { status: 200, headers: { etag: `"${key.revision}"` }, response };
        },
      );
    },
  );

  typed(app).delete(
    `${POST}/publication`,
    {
      config: { permission: 'posts:publish' },
      schema: {
        tags: ['posts'],
        summary: 'Withdraws a post in all its languages, with a notice in its place',
        description:
          'One whose moment has not come is a draft again. Without a notice readers get a neutral one.',
        params: postParams,
        body: withdrawalInput.nullish(),
        response: { 204: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      const site = await siteNamed(context, request.params.site);
      const { id } = request.params;
      const notice = request.body?.notice ?? null;
      return once<void>(
        database,
        request,
        reply,
        (also) => withdrawPost(db, actorOf(request), site, id, notice, (trx) => also(trx)),
        () => ({ headers: {}, ...nothing() }),
      );
    },
  );
}

function overrideIn(request: FastifyRequest<{ Body: Wish }>) {
  const { body: wish, token, site } = request;
  const isAllowed = token !== null && site !== null && may(token, 'posts:override', site);
  return wish?.override ? { reason: wish.reason, isAllowed } : undefined;
}
