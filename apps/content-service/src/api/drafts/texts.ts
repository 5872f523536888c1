import { checkText, draftInput, type SavedDraft, saveDraft, textInput } from '@warta/posts';
import { DomainError } from '@warta/problems';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { once } from '../../plugins/once.ts';
import { actorOf } from '../../plugins/policy.ts';
import { type ApiContext, expectedVersion, problems, typed } from '../context.ts';
import { describeText } from './describe-text.ts';
import { findingsAnswer, savedAnswer, stale, textAnswer } from './schemas.ts';
import { textAt, type WritingPlace } from './writing-place.ts';

const source = z.strictObject({ locale: textInput.shape.locale, revision: z.number().int().positive() });
const body = draftInput
  .omit({ locale: true })
  .extend({ source: source.optional().describe('what it was translated from') });

const NEW = {
  post: 'A new post or language takes If-None-Match: *, and a new post an id of the sender’s own (a UUID).',
  headline: 'A new language takes If-None-Match: *; the headline is begun before.',
};

/** One language of a post or headline: read, written, looked over. */
export function textRoutes(app: FastifyInstance, context: ApiContext, place: WritingPlace): void {
  const { config, database } = context;
  const { of, tag, text, textParams } = place;

  typed(app).get(
    text,
    {
      config: { permission: place.read },
      schema: {
        tags: [tag],
        summary: `One language of a ${of}, as it was saved last`,
        params: textParams,
        response: { 200: textAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const { site, draft } = await textAt(context, place, request.params);
      return reply.header('etag', `"${draft.revision}"`).send(describeText(config, site, draft));
    },
  );

  typed(app).put(
    text,
    {
      config: { permission: place.write },
      schema: {
        tags: [tag],
        summary: `Saves one language of a ${of}; readers get nothing of it`,
        description: `${NEW[of]} A change takes If-Match: "<revision>". The same sent again is not saved again.`,
        params: textParams,
        body,
        response: { 200: savedAnswer, 201: savedAnswer, ...problems, ...stale },
      },
    },
    async (request, reply) => {
      const { id: post, locale } = request.params;
      const site = await place.siteOf(context, request.params);
      const { source, ...content } = request.body;
      const base = baseIn(request);
      const input = { ...content, locale };
      await place.refuseOther(context, site, input);
      return once<SavedDraft>(
        database,
        request,
        reply,
        (also) => saveDraft(database.db, actorOf(request), site, input, { post, base, of, source, also }),
        ({ revision, changed }) => ({
          status: revision === 1 && changed ? 201 : 200,
          headers: { etag: `"${revision}"` },
          response: { id: post, locale, revision, changed },
        }),
      );
    },
  );

  typed(app).get(
    `${text}/checks`,
    {
      config: { permission: place.read },
      schema: {
        tags: [tag],
        summary: 'What should be looked at before it is published, the gravest first',
        params: textParams,
        response: { 200: findingsAnswer, ...problems },
      },
    },
    async (request) => {
      const { draft } = await textAt(context, place, request.params);
      return checkText(database.db, draft, of);
    },
  );
}

/** The revision that is changed; null where there is to be none yet. */
function baseIn(request: FastifyRequest): number | null {
  const none = request.headers['if-none-match'];
  if (none === undefined) return expectedVersion(request);
  if (none.trim() === '*' && request.headers['if-match'] === undefined) return null;
  throw new DomainError('invalid', 'Send If-None-Match: * for a new text, or If-Match: "<revision>".', [
    { field: 'If-None-Match', message: 'is * or left out, and never sent with If-Match' },
  ]);
}
